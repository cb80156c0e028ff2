import { sql } from "drizzle-orm";
import { db, type Reader } from "#db";
import { askerOf, type MemberActor, userIdOf } from "../actor.ts";

/**
 * Did this person count any of the consignment: by typing, or by labelling a box? A program has no name of its own: what
 * one counted, all of them did.
 */
export async function hasCounted(actor: MemberActor, id: string, reader: Reader = db): Promise<boolean> {
  const userId = userIdOf(actor);
  const asked = userId === null ? sql`a.asker not like 'user:%'` : sql`a.asker = ${askerOf(actor)}`;
  const did = userId === null ? sql`e.actor_kind <> 'user'` : sql`e.actor_id = ${userId}::uuid`;
  const [row] = await reader.execute<{ did: boolean }>(sql`
    select exists (select from audit a where a.subject_id = ${id} and ${asked}
                     and a.action = 'consignment.count' and a.detail->>'counted' is not null)
        or exists (select from boxes b join box_events e on e.box_id = b.id
                   where b.consignment_id = ${id} and e.kind = 'box.receive' and ${did}) as did`);
  return row?.did ?? false;
}
