import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterEach, expect, test } from "vitest";
import { db, notices, webhooks } from "#db";
import { CHAT_ORIGINS, mayBeSentTo, WECOM_ORIGIN } from "#app/domain/notices/chat-address.ts";
import { getWebhook } from "#app/domain/notices/get-webhook.server.ts";
import { SetWebhook } from "#app/domain/notices/schema.ts";
import { MESSAGES_A_MINUTE, sendNotices } from "#app/domain/notices/send.server.ts";
import { setWebhook } from "#app/domain/notices/set-webhook.server.ts";
import { tellDesk } from "#app/domain/notices/tell.server.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

interface Chat {
  origin: string;
  texts: string[];
}

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A group chat on this machine that answers in turn: an error code, or "redirect" to somewhere else. */
async function chat(...answers: (number | "redirect")[]): Promise<Chat> {
  const texts: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      texts.push(JSON.parse(body || "{}").text?.content);
      const answer = answers.shift() ?? 0;
      if (answer === "redirect") return response.writeHead(307, { Location: "http://127.0.0.1:1/" }).end();
      response.end(JSON.stringify({ errcode: answer, errmsg: answer === 0 ? "ok" : "refused" }));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, texts };
}

const joined = async (world: World, { origin }: Chat) => {
  await db
    .insert(webhooks)
    .values({ organizationId: world.organizationId, url: `${origin}/send?key=secret` });
};

const tell = (world: World, ...words: string[]) =>
  tellDesk(
    db,
    words.map((word) => ({
      organizationId: world.organizationId,
      kind: "need_asked" as const,
      role: null,
      subjectKind: "need",
      subjectId: uuidv7(),
      detail: { word },
      occasion: "asked",
    })),
  );

const send = ({ origin }: Chat) => sendNotices(({ detail }) => `${detail.word}`, [origin]);

async function stateOf(world: World) {
  const rows = await db.select().from(notices).where(eq(notices.organizationId, world.organizationId));
  const [webhook] = await db.select().from(webhooks).where(eq(webhooks.organizationId, world.organizationId));
  return { unsent: rows.filter(({ sentAt }) => sentAt === null).length, failure: webhook?.lastFailure };
}

test("several notices go out in one text, in order, and only once", async () => {
  const world = await makeWorld();
  const group = await chat();
  await joined(world, group);
  await tell(world, "甲");
  await tell(world, "乙");
  await send(group);
  await send(group);
  expect(group.texts).toEqual(["甲\n\n乙"]);
});

test("two processes at once send one message", async () => {
  const world = await makeWorld();
  const group = await chat();
  await joined(world, group);
  await tell(world, "甲");
  await Promise.all([send(group), send(group), send(group)]);
  expect(group.texts).toEqual(["甲"]);
});

test("what the chat refuses is kept with the reason and sent the next time", async () => {
  const world = await makeWorld();
  const group = await chat(45009, "redirect");
  await joined(world, group);
  await tell(world, "甲");
  await send(group);
  expect(await stateOf(world)).toEqual({ unsent: 1, failure: "45009 refused" });
  await send(group);
  expect(await stateOf(world)).toEqual({ unsent: 1, failure: "not reached" });
  await send(group);
  expect(await stateOf(world)).toEqual({ unsent: 0, failure: null });
  expect(group.texts).toEqual(["甲", "甲", "甲"]);
});

test("no more than twenty messages go out in a minute; the rest waits", async () => {
  const world = await makeWorld();
  const group = await chat();
  await joined(world, group);
  for (let n = 0; n <= MESSAGES_A_MINUTE; n += 1) {
    await tell(world, `${n}`);
    await send(group);
  }
  expect(group.texts).toHaveLength(MESSAGES_A_MINUTE);
  expect(await stateOf(world)).toMatchObject({ unsent: 1 });
  await db.update(notices).set({ sentAt: sql`sent_at - interval '2 minutes'` });
  await send(group);
  expect(group.texts.at(-1)).toBe(`${MESSAGES_A_MINUTE}`);
});

test("a message holds 2048 bytes; what does not fit goes with the next", async () => {
  const world = await makeWorld();
  const group = await chat();
  await joined(world, group);
  await tell(world, "长".repeat(400));
  await tell(world, "甲".repeat(400));
  await send(group);
  expect(await stateOf(world)).toMatchObject({ unsent: 1 });
  await send(group);
  expect(group.texts.map((text) => text.length)).toEqual([400, 400]);
});

test("an address that is not allowed any more is never called", async () => {
  const world = await makeWorld();
  const group = await chat();
  await joined(world, group);
  await tell(world, "甲");
  await sendNotices(() => "甲", [WECOM_ORIGIN]);
  expect(group.texts).toEqual([]);
  expect(await stateOf(world)).toMatchObject({ unsent: 1, failure: "this host is not allowed" });
});

test.each([
  ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a", true],
  ["http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a", false],
  ["https://qyapi.weixin.qq.com/cgi-bin/webhook/send", false],
  ["https://qyapi.weixin.qq.com/cgi-bin/user/get?key=a", false],
  ["https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=a", false],
  ["https://qyapi.weixin.qq.com@127.0.0.1/cgi-bin/webhook/send?key=a", false],
  ["https://a:b@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a", false],
  ["https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=a", false],
  ["http://169.254.169.254/latest/meta-data", false],
  ["file:///etc/passwd", false],
  ["https://oapi.dingtalk.com/robot/send?access_token=a", true],
  ["https://oapi.dingtalk.com/robot/send", false],
  ["https://oapi.dingtalk.com/gettoken?access_token=a", false],
  ["https://open.feishu.cn/open-apis/bot/v2/hook/0a1b-2c", true],
  ["https://open.feishu.cn/open-apis/bot/v2/hook/", false],
  ["https://open.feishu.cn/open-apis/auth/v3/x", false],
  ["", false],
])("%s may be sent to: %s", (address, allowed) => {
  expect(mayBeSentTo(address, CHAT_ORIGINS)).toBe(allowed);
});

test("an administrator sets and stops it; what was told before is not sent, and the key is not shown", async () => {
  const world = await makeWorld();
  const { administrator } = world.actors;
  const { organizationId } = world;
  await tell(world, "从前");
  const set = (url: string) => setWebhook(administrator, uuidv7(), SetWebhook.parse({ organizationId, url }));
  expect(await refusalCode(set("http://127.0.0.1:9/"))).toBe("invalid");
  await set(`${WECOM_ORIGIN}/cgi-bin/webhook/send?key=secret`);
  const shown = await getWebhook(administrator, organizationId);
  expect(shown).toMatchObject({ host: "qyapi.weixin.qq.com", lastFailure: null });
  expect(JSON.stringify(shown)).not.toContain("secret");
  const group = await chat();
  await db
    .update(webhooks)
    .set({ url: `${group.origin}/send` })
    .where(eq(webhooks.organizationId, organizationId));
  await send(group);
  expect(group.texts).toEqual([]);
  await set("");
  expect(await getWebhook(administrator, organizationId)).toBeNull();
});
