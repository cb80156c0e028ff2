import { pino } from "pino";
import { expect, test } from "vitest";
import { localeOf } from "#app/session/locale.server.ts";
import { safeReturnPath } from "#app/session/return-path.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";
import { action as setLocale } from "#app/routes/locale.ts";
import { action as setTextSize } from "#app/routes/text-size.ts";

function asking(headers: Record<string, string>): Request {
  return new Request("http://localhost/", { headers });
}

function posting(path: string, values: Record<string, string>): Request {
  return new Request(`http://localhost${path}`, { method: "POST", body: new URLSearchParams(values) });
}

const context = { cspNonce: "", clientAddress: "", requestId: "", log: pino({ level: "silent" }) };
const noParams = { params: {}, context };

test("the cookie wins over the browser's language; nonsense in it does not", () => {
  expect(localeOf(asking({ Cookie: "a=1; locale=en", "Accept-Language": "zh-CN" }))).toBe("en");
  expect(localeOf(asking({ Cookie: "locale=xx", "Accept-Language": "en" }))).toBe("en");
  expect(localeOf(asking({}))).toBe("zh-CN");
});

test("choosing a language remembers it and goes back", async () => {
  const response = await setLocale({
    ...noParams,
    request: posting("/locale", { locale: "en", returnTo: "/reports?page=2" }),
  });
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe("/reports?page=2");
  expect(response.headers.get("Set-Cookie")).toMatch(
    /^locale=en; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly$/,
  );
});

test("an unknown language changes nothing", async () => {
  const response = await setLocale({ ...noParams, request: posting("/locale", { locale: "xx\r\nX: 1" }) });
  expect(response.headers.get("Set-Cookie")).toBeNull();
  expect(response.headers.get("Location")).toBe("/");
});

test("larger text is remembered", async () => {
  const response = await setTextSize({
    ...noParams,
    request: posting("/text-size", { text: "large", returnTo: "/q/X" }),
  });
  const cookie = response.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  expect(wantsLargeText(asking({ Cookie: cookie }))).toBe(true);
  expect(wantsLargeText(asking({}))).toBe(false);
});

test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "evil", "", "/a\nb", null])(
  "going back never leaves the site: %j",
  (wanted) => expect(safeReturnPath(wanted)).toBe("/"),
);
