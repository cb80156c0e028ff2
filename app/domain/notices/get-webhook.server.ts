import { eq } from "drizzle-orm";
import { db, webhooks } from "#db";
import type { MemberActor } from "../actor.ts";
import { organizationFor } from "../reach.server.ts";

/** Where an organization's notices are sent on to, without the key, and why the last time failed; null: nowhere. */
export async function getWebhook(actor: MemberActor, organizationId: string) {
  const { organizationId: id } = await organizationFor(db, actor, organizationId);
  const [row] = await db.select().from(webhooks).where(eq(webhooks.organizationId, id));
  if (!row) return null;
  return { host: new URL(row.url).host, since: row.createdAt, lastFailure: row.lastFailure };
}
