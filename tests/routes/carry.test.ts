import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { packCarried } from "#app/offline/carry-text.ts";
import * as page from "#app/routes/q.carry.tsx";
import { posting, routeArgs } from "#tests/support/requests.ts";
import { roadWorld } from "#tests/support/road.ts";
import { rowOf } from "#tests/support/signing.ts";

type Door = { code: string; pin: string };

const kept = ({ code, pin }: Door, requestId = uuidv7()) => ({
  requestId,
  verb: "delivery.confirm",
  input: { code, pin, name: "张阿姨", occurredAt: "2022-05-10T14:12:00+08:00" },
});

const fileOf = (text: string) => new File([text], "jieli.json", { type: "application/json" });

async function carry(fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const asked = await posting(null, "/q/carry", {});
  const headers = new Headers(asked.headers);
  headers.delete("Content-Type");
  const request = new Request(asked.url, { method: "POST", headers, body: form });
  const { data, init } = await page.action(routeArgs(request));
  return { ...data, status: init?.status ?? 200 };
}

test("the text of the other phone's code is passed on once, whether pasted alone or as its address", async () => {
  const { delivery } = await roadWorld();
  const act = kept(delivery);
  const text = await packCarried(act);
  const { number } = await rowOf(delivery.id);
  for (const pasted of [text, `https://x.example/q/carry#${text.slice(0, 40)}\n ${text.slice(40)}`]) {
    expect(await carry({ text: pasted })).toMatchObject({
      status: 200,
      carried: { numbers: [number], refused: [] },
    });
  }
  expect(await rowOf(delivery.id)).toMatchObject({ status: "confirmed", receiverName: "张阿姨" });
});

test("a saved file brings everything in it; what is refused is named with its reason, the rest goes", async () => {
  const [one, two] = [await roadWorld(), await roadWorld()];
  const wrong = { code: two.delivery.code, pin: two.delivery.pin === "0000" ? "1111" : "0000" };
  const acts = [kept(one.delivery), kept(wrong)];
  const answer = await carry({ file: fileOf(JSON.stringify({ acts })), text: "" });
  expect(answer.carried?.numbers).toEqual([(await rowOf(one.delivery.id)).number]);
  expect(answer.carried?.refused).toEqual([
    { what: `${two.delivery.code} · 张阿姨`, why: expect.stringContaining("还能再试 4 次") },
  ]);
  expect(await rowOf(two.delivery.id)).toMatchObject({ status: "dispatched" });
});

test.each([
  ["nothing", {}],
  ["half of the text", { text: "zq1YqS8xNVbJSMjI2" }],
  ["a text of something else", { text: "你好" }],
  ["a file that is no JSON", { file: fileOf("\u0000\u0001") }],
  ["a file of something else", { file: fileOf('{"acts":[{"requestId":"x"}]}') }],
  ["a file without any", { file: fileOf('{"acts":[]}') }],
  ["a file that is too large", { file: fileOf(" ".repeat(2_000_001)) }],
])("%s is refused in a sentence", async (_what, fields: Record<string, string | File>) => {
  expect(await carry(fields)).toMatchObject({ status: 422, error: expect.stringContaining("不全") });
});
