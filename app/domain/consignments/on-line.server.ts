import { and, eq, sql } from "drizzle-orm";
import { consignmentLines, type Tx } from "#db";
import type { ConsignmentLine } from "./lock-consignment.server.ts";

type LineKey = Pick<ConsignmentLine, "consignmentId" | "n">;

/** Base units of a line that were refused: sent back or held back. */
export async function refusedOn(tx: Tx, { consignmentId, n }: LineKey): Promise<bigint> {
  return sumOf(
    tx.execute(sql`
      select coalesce(sum(quantity), 0)::text as sum from consignment_refusals
      where consignment_id = ${consignmentId} and line_n = ${n}`),
  );
}

/** Base units of a line that were counted in labelled boxes; a box that was sent back is among them. */
export async function boxedOn(tx: Tx, { consignmentId, n }: LineKey): Promise<bigint> {
  return sumOf(
    tx.execute(sql`
      select coalesce(sum(b.counted), 0)::text as sum from boxes b
      where b.consignment_id = ${consignmentId} and b.consignment_line = ${n}
        and (b.emptied_at is null or exists (
          select from box_events e join consignment_refusals r on r.id = e.id where e.box_id = b.id))`),
  );
}

async function sumOf(rows: PromiseLike<Iterable<Record<string, unknown>>>): Promise<bigint> {
  const [row] = await rows;
  return BigInt(String(row?.sum ?? 0));
}

/** More of a line, or less, by a box: what `box.receive` and its undoing do. */
export async function addToCount(tx: Tx, consignmentId: string, n: number, more: bigint): Promise<void> {
  await tx
    .update(consignmentLines)
    .set({ counted: sql`${consignmentLines.counted} + ${more}` })
    .where(and(eq(consignmentLines.consignmentId, consignmentId), eq(consignmentLines.n, n)));
}
