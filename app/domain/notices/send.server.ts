import { sql } from "drizzle-orm";
import { db, type Tx } from "#db";
import type { NoticeKind } from "#db/vocabulary";
import { chatText } from "./chat-text.ts";
import { postToChat } from "./post-to-chat.server.ts";
import type { NoticeDetail } from "./tell.server.ts";

/** What a group robot takes in a minute, at 企业微信 and 钉钉 alike; 飞书 takes more. */
export const MESSAGES_A_MINUTE = 20;
/** More than one message ever holds. */
const MOST_AT_ONCE = 60;
/** Chats that are waited for side by side: each holds a connection for so long. */
const AT_ONCE = 3;

export interface Unsent {
  id: string;
  kind: NoticeKind;
  subjectKind: string;
  subjectId: string;
  detail: NoticeDetail;
}

/** The paragraph that is sent for a notice. */
export type Say = (notice: Unsent) => string;

/**
 * Sends one message with as many unsent notices as it holds for each organization that has a group chat. What fails is
 * kept with its reason and tried again the next time; one chat that does not answer holds no other up for long.
 */
export async function sendNotices(say: Say, origins: readonly string[]): Promise<void> {
  const waiting = await db.execute<{ id: string }>(sql`
    select w.organization_id as id from webhooks w
    where exists (select from notices n where n.organization_id = w.organization_id and n.sent_at is null
                                          and n.created_at >= w.created_at)`);
  const queue = waiting.map(({ id }) => id);
  const work = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const organizationId = id;
      await db.transaction((tx) => sendFor(tx, organizationId, say, origins));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** The webhook's row is locked until the chat has answered, so that two processes never send the same. */
async function sendFor(tx: Tx, organizationId: string, say: Say, origins: readonly string[]): Promise<void> {
  const [webhook] = await tx.execute<{ url: string; since: string; lately: number }>(sql`
    select url, created_at::text as since,
           (select count(distinct sent_at)::int from notices
            where organization_id = ${organizationId} and sent_at > now() - interval '1 minute') as lately
    from webhooks where organization_id = ${organizationId} for update skip locked`);
  if (!webhook || webhook.lately >= MESSAGES_A_MINUTE) return;
  const unsent = await tx.execute<Record<string, unknown> & Unsent>(sql`
    select id, kind, subject_kind as "subjectKind", subject_id as "subjectId", detail from notices
    where organization_id = ${organizationId} and sent_at is null and created_at >= ${webhook.since}::timestamptz
    order by created_at, id limit ${MOST_AT_ONCE}`);
  if (unsent.length === 0) return;
  const { text, used } = chatText(unsent.map(say));
  const failure = await postToChat(webhook.url, text, origins);
  const sent = unsent.slice(0, failure === null ? used : 0).map(({ id }) => id);
  await tx.execute(sql`
    with sent as (update notices set sent_at = now() where id = any(${sql.param(sent)}::uuid[]))
    update webhooks set last_failure = ${failure} where organization_id = ${organizationId}`);
}
