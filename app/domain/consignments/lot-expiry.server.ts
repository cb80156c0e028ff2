import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";

/** Refuses (`lot_expiry_differs`) when this lot number of the item came before with another expiry. */
export async function mustAgreeOnExpiry(
  tx: Tx,
  actor: MemberActor,
  line: { item: string; lotNumber: string | null; expiresOn: string | null },
  item: { id: string } | undefined,
): Promise<void> {
  const { lotNumber, expiresOn } = line;
  if (item === undefined || lotNumber === null || expiresOn === null) return;
  const [known] = await tx.execute<{ on: string }>(sql`
    select l.expires_on::text as on from source_lots l
    where l.item_id = ${item.id} and l.lot_number = ${lotNumber} and l.expires_on <> ${expiresOn}::date
      and ${withinReach(actor, sql`l.organization_id`)}
    order by l.asset_id desc limit 1`);
  if (known) refuse("lot_expiry_differs", { item: line.item, lotNumber, known: known.on, stated: expiresOn });
}
