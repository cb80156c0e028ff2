import { and, eq, isNull, sql } from "drizzle-orm";
import { boxContents, boxes, db, type Reader } from "#db";
import type { MemberActor } from "../actor.ts";
import { getLot } from "../stock/get-lot.server.ts";
import type { StockLot } from "../stock/standing.server.ts";

/** A lot where it stands. `loose`: base units of it that are in no labelled box. */
export type LooseLot = StockLot & { loose: bigint };

/** One lot at the dock, in a bin or in quarantine, and how much of it stands there outside its boxes. */
export async function getLooseLot(
  actor: MemberActor,
  place: { warehouseId: string; assetId: string; accountId: string },
): Promise<LooseLot> {
  const lot = await getLot(actor, place);
  const boxed = await boxedIn(db, BigInt(lot.accountId), BigInt(lot.assetId));
  return { ...lot, loose: looseOf(lot.quantity, boxed) };
}

/** How much of a lot stands in a place in labelled boxes, in base units. */
export async function boxedIn(reader: Reader, account: bigint, asset: bigint): Promise<bigint> {
  const [boxed] = await reader
    .select({ sum: sql<string>`coalesce(sum(${boxContents.quantity}), 0)` })
    .from(boxContents)
    .innerJoin(boxes, eq(boxes.id, boxContents.boxId))
    .where(
      and(
        eq(boxContents.assetId, asset),
        eq(boxes.accountId, account),
        isNull(boxes.deliveryId),
        isNull(boxes.transferId),
        isNull(boxes.emptiedAt),
      ),
    );
  return BigInt(boxed?.sum ?? 0);
}

/** What is left of a balance outside its boxes. */
export const looseOf = (held: bigint, boxed: bigint): bigint => (held > boxed ? held - boxed : 0n);
