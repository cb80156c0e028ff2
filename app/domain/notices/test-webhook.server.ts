import { eq } from "drizzle-orm";
import { webhooks } from "#db";
import { settings } from "#app/settings.server.ts";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { limiterOf, spend } from "../rate-limit.server.ts";
import { organizationFor } from "../reach.server.ts";
import { postToChat } from "./post-to-chat.server.ts";
import type { TestWebhook } from "./schema.ts";

/** Test messages in a minute: the robot takes twenty messages of any kind. */
export const TESTS_A_MINUTE = 5;

/** The group chats are Chinese. */
const WORDS = "接力：这是一条测试消息。看得到这一条，新的提醒就会发到这个群里。";

const limiter = limiterOf("webhook-test", TESTS_A_MINUTE, 60);

/**
 * Sends one message to an organization's group chat at once. Answers why it failed, or null, and keeps that beside the
 * address. Without a chat: `not_found`; pressed again and again: `rate_limited`.
 */
export async function testWebhook(actor: MemberActor, requestId: string, input: TestWebhook) {
  return perform({ actor, action: "organization.set-webhook", requestId, input }, async (tx) => {
    const { organizationId } = await organizationFor(tx, actor, input.organizationId);
    const here = eq(webhooks.organizationId, organizationId);
    const [webhook] = await tx.select({ url: webhooks.url }).from(webhooks).where(here).for("update");
    if (!webhook) return notFound("webhook");
    await spend(limiter(), organizationId);
    const lastFailure = await postToChat(webhook.url, WORDS, settings().webhookOrigins);
    await tx.update(webhooks).set({ lastFailure }).where(here);
    return {
      result: { id: organizationId, failure: lastFailure },
      organizationId,
      subjectId: organizationId,
      detail: { test: lastFailure ?? "ok" },
    };
  });
}
