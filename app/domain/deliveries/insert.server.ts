import { deliveries, deliveryLines, deliveryPicks, type Tx } from "#db";
import type { DeliveryStatus, DifferenceReason } from "#db/vocabulary";
import { type Actor, userIdOf } from "../actor.ts";
import { insertRows } from "../insert-rows.server.ts";
import type { Pick } from "../stock/pick.ts";

export interface NewLine {
  itemId: string;
  /** Base units. */
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
  /** Why its lot is not the one the picking rule would have taken. */
  pickReason?: string | null;
  picks: readonly (Pick & { good?: bigint })[];
  /** For a delivery that is already confirmed, as imported ones are. */
  received?: {
    good: bigint;
    short: bigint;
    damaged: bigint;
    reason: DifferenceReason | null;
    remark: string | null;
  };
}

export interface NewDelivery {
  id: string;
  number: string;
  organizationId: string;
  responseId: string;
  warehouseId: string;
  siteId: string;
  accountId: bigint;
  boxes: number;
  code: string;
  pin: string;
  plannedOn: string;
  note: string | null;
  needId?: string | null;
  importId?: string;
  lines: readonly NewLine[];
  /** For a delivery that is already on the road or confirmed. */
  progress?: {
    status: DeliveryStatus;
    dispatchedAt: Date;
    confirmedAt: Date;
    receiverName: string;
  };
}

/** Writes deliveries with their lines and picks; the goods themselves move by the ledger. */
export async function insertDeliveries(tx: Tx, actor: Actor, made: readonly NewDelivery[]): Promise<void> {
  const createdBy = userIdOf(actor);
  // Sent together: every delivery has a line and a pick, so no chunk of them is sent before the delivery it points to.
  await Promise.all([
    insertRows(
      tx,
      deliveries,
      made.map((delivery) => ({ ...headOf(delivery), createdBy })),
    ),
    insertRows(tx, deliveryLines, made.flatMap(linesOf)),
    insertRows(tx, deliveryPicks, made.flatMap(picksOf)),
  ]);
}

function headOf({ lines: _lines, progress, ...delivery }: NewDelivery) {
  return { ...delivery, status: "planned" as const, ...progress };
}

function linesOf({ id, lines }: NewDelivery) {
  return lines.map(({ picks, received, ...line }, i) => ({
    ...line,
    deliveryId: id,
    n: i + 1,
    valueFen: picks.reduce((sum, picked) => sum + picked.valueFen, 0n),
    ...(received && { ...received, extra: 0n }),
  }));
}

function picksOf({ id, lines, progress }: NewDelivery) {
  return lines
    .flatMap((line, i) => line.picks.map((picked) => ({ ...picked, lineN: i + 1 })))
    .map(({ asset, account, quantity, valueFen, good = 0n, lineN }, i) => ({
      deliveryId: id,
      n: i + 1,
      lineN,
      assetId: asset,
      fromAccount: account,
      quantity,
      valueFen,
      // What is on the road already was taken off its shelf.
      picked: progress ? quantity : 0n,
      good,
    }));
}
