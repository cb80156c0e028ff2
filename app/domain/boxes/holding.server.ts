import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { DomainErrorParams } from "../errors.ts";

/** What labelled boxes hold of a lot in a place, and for which deliveries it is set aside: as `boxes_hold_it` names it. */
export async function holdingOf(
  tx: Tx,
  { account, asset }: { account: bigint; asset: bigint },
): Promise<DomainErrorParams["boxes_hold_it"]> {
  const [row] = await tx.execute<{ holding: DomainErrorParams["boxes_hold_it"] }>(
    sql`select boxes_holding(${`${account}`}::bigint, ${`${asset}`}::bigint, null) as holding`,
  );
  return row!.holding;
}
