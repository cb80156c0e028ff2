import { expect, test } from "vitest";
import { readLogin } from "#app/domain/people/login.ts";
import { deviceName } from "#app/components/people/device-name.ts";

test.each([
  "13800138000",
  "138 0013 8000",
  "+86 138-0013-8000",
  "0086 13800138000",
  "8613800138000",
  "１３８００１３８０００",
])("%s is one mobile number", (typed) =>
  expect(readLogin(typed)).toEqual({ email: null, phone: "+8613800138000" }),
);

test("an e-mail address is kept in lower case", () => {
  expect(readLogin(" Li.Wei@Example.ORG ")).toEqual({ email: "li.wei@example.org", phone: null });
});

test.each(["", "li", "li@", "li@host", "a b@example.org", "12800138000", "1380013800", "021-58880000"])(
  "%j is no login",
  (typed) => expect(readLogin(typed)).toBeNull(),
);

test("a device is named by browser and system", () => {
  const wechat =
    "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/111.0 Mobile Safari/537.36 MicroMessenger/8.0";
  expect(deviceName(wechat)).toBe("WeChat, Android");
  expect(deviceName("curl/8")).toBeUndefined();
  expect(deviceName(null)).toBeUndefined();
});
