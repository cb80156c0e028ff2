import { sql } from "drizzle-orm";
import type { UserActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import type { ReadNotices } from "./schema.ts";

/** The actor has seen every notice up to then. What comes later stays unread, and what was read stays read. */
export async function readNotices(actor: UserActor, requestId: string, input: ReadNotices) {
  return perform({ actor, action: "notice.read", requestId, input }, async (tx) => {
    const { userId, organizationId } = actor;
    await tx.execute(sql`
      insert into notice_reads (user_id, organization_id, read_at)
      values (${userId}, ${organizationId}, least(${input.until}::timestamptz, now()))
      on conflict (user_id, organization_id) do update
      set read_at = greatest(notice_reads.read_at, excluded.read_at)`);
    return { result: { userId }, organizationId, subjectId: userId };
  });
}
