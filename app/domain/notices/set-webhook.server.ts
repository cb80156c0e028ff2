import { eq, sql } from "drizzle-orm";
import { webhooks } from "#db";
import { settings } from "#app/settings.server.ts";
import { type MemberActor, userIdOf } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { organizationFor } from "../reach.server.ts";
import { mayBeSentTo } from "./chat-address.ts";
import type { SetWebhook } from "./schema.ts";

/**
 * Sends an organization's notices on to its group chat from now on, or to nobody any more. What was told before is not
 * sent. An address of any other origin than the settings allow: `invalid`.
 */
export async function setWebhook(actor: MemberActor, requestId: string, input: SetWebhook) {
  return perform({ actor, action: "organization.set-webhook", requestId, input }, async (tx) => {
    const { organizationId } = await organizationFor(tx, actor, input.organizationId);
    const { url } = input;
    if (url === null) {
      await tx.delete(webhooks).where(eq(webhooks.organizationId, organizationId));
    } else {
      if (!mayBeSentTo(url, settings().webhookOrigins)) refuse("invalid", { fields: { url: "bad_webhook" } });
      const row = { url, createdBy: userIdOf(actor), createdAt: sql`now()`, lastFailure: null };
      await tx
        .insert(webhooks)
        .values({ organizationId, ...row })
        .onConflictDoUpdate({ target: webhooks.organizationId, set: row });
    }
    return { result: { id: organizationId }, organizationId, subjectId: organizationId };
  });
}
