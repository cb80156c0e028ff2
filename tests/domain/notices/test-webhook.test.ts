import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterEach, expect, test, vi } from "vitest";
import { audit, db } from "#db";
import { chatMessage, chatRefusal } from "#app/domain/notices/chat-message.ts";
import { getWebhook } from "#app/domain/notices/get-webhook.server.ts";
import { SetWebhook } from "#app/domain/notices/schema.ts";
import { setWebhook } from "#app/domain/notices/set-webhook.server.ts";
import { TESTS_A_MINUTE, testWebhook } from "#app/domain/notices/test-webhook.server.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=secret";
const DINGTALK = "https://oapi.dingtalk.com/robot/send?access_token=secret";
const FEISHU = "https://open.feishu.cn/open-apis/bot/v2/hook/secret";

afterEach(() => vi.unstubAllGlobals());

/** The chats of the world outside answer this; what was posted to them, in order. */
function chats(answer: object) {
  const posted: { url: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string }) => {
    posted.push({ url, body: JSON.parse(body) });
    return Response.json(answer);
  });
  return posted;
}

const joined = ({ organizationId, actors }: World, url: string) =>
  setWebhook(actors.administrator, uuidv7(), SetWebhook.parse({ organizationId, url }));

const tested = ({ organizationId, actors }: World, requestId = uuidv7()) =>
  testWebhook(actors.administrator, requestId, { organizationId });

test.each([
  [
    WECOM,
    { errcode: 0, errmsg: "ok" },
    { msgtype: "text", text: { content: expect.stringContaining("测试") } },
  ],
  [
    DINGTALK,
    { errcode: 0, errmsg: "ok" },
    { msgtype: "text", text: { content: expect.stringContaining("接力") } },
  ],
  [FEISHU, { code: 0, msg: "success" }, { msg_type: "text", content: { text: expect.any(String) } }],
])("%s is spoken to as it asks, once for one request", async (url, answer, body) => {
  const world = await makeWorld();
  await joined(world, url);
  const posted = chats(answer);
  const requestId = uuidv7();
  expect(await tested(world, requestId)).toEqual({ id: world.organizationId, failure: null });
  await tested(world, requestId);
  expect(posted).toEqual([{ url, body }]);
});

test("why it failed is answered and kept, without the key, until a message comes through", async () => {
  const world = await makeWorld();
  const { administrator } = world.actors;
  await joined(world, FEISHU);
  chats({ code: 19001, msg: "param invalid: incoming webhook access token invalid" });
  const { failure } = await tested(world);
  expect(failure).toMatch(/^19001 param invalid/);
  expect(await getWebhook(administrator, world.organizationId)).toMatchObject({ lastFailure: failure });
  const rows = await db.select().from(audit).where(eq(audit.organizationId, world.organizationId));
  expect(rows.map(({ detail }) => detail)).toContainEqual({ test: failure });
  expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toContain("secret");
  chats({ code: 0 });
  await tested(world);
  expect(await getWebhook(administrator, world.organizationId)).toMatchObject({ lastFailure: null });
});

test("without a chat, of another organization, or pressed again and again, nothing is sent", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const posted = chats({ errcode: 0 });
  expect(await refusalCode(tested(world))).toBe("not_found");
  await joined(other, WECOM);
  const { organizationId } = other;
  const theirs = testWebhook(world.actors.administrator, uuidv7(), { organizationId });
  expect(await refusalCode(theirs)).toBe("not_found");
  expect(posted).toEqual([]);
  for (let n = 0; n < TESTS_A_MINUTE; n += 1) await tested(other);
  expect(await refusalCode(tested(other))).toBe("rate_limited");
  expect(posted).toHaveLength(TESTS_A_MINUTE);
});

test("钉钉 gets its keyword with every text, and only once", () => {
  expect(chatMessage("dingtalk", "要东西")).toEqual({ msgtype: "text", text: { content: "接力\n要东西" } });
  expect(chatMessage("dingtalk", "接力：好")).toEqual({ msgtype: "text", text: { content: "接力：好" } });
});

test("an answer that says nothing is a refusal", () => {
  expect(chatRefusal("feishu", {})).not.toBeNull();
  expect(chatRefusal("wecom", { code: 0 })).not.toBeNull();
  expect(chatRefusal("wecom", null)).not.toBeNull();
});
