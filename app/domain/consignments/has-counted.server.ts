import { sql } from "drizzle-orm";
import { db, type Reader } from "#db";
import { actorIdOf, askerOf, type MemberActor } from "../actor.ts";

/** Did this person, or this program, count any of the consignment: by typing, or by labelling a box? */
export async function hasCounted(actor: MemberActor, id: string, reader: Reader = db): Promise<boolean> {
  const [row] = await reader.execute<{ did: boolean }>(sql`
    select exists (select from audit a where a.subject_id = ${id} and a.asker = ${askerOf(actor)}
                     and a.action = 'consignment.count' and a.detail->>'counted' is not null)
        or exists (select from boxes b join box_events e on e.box_id = b.id
                   where b.consignment_id = ${id} and e.kind = 'box.receive' and e.actor_kind = ${actor.kind}
                     and e.actor_id is not distinct from ${actorIdOf(actor)}::uuid) as did`);
  return row?.did ?? false;
}
