import { deliveries, deliveryLines, deliveryPicks, type Tx } from "#db";
import type { DeliveryStatus, DifferenceReason } from "#db/vocabulary";
import { type Actor, userIdOf } from "../actor.ts";
import type { Pick } from "../stock/pick.ts";

export interface NewLine {
  itemId: string;
  /** Base units. */
  quantity: bigint;
  packName: string | null;
  packSize: bigint | null;
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

const CHUNK = 1000;

/** Writes deliveries with their lines and picks; the goods themselves move by the ledger. */
export async function insertDeliveries(tx: Tx, actor: Actor, made: readonly NewDelivery[]): Promise<void> {
  for (let at = 0; at < made.length; at += CHUNK) {
    const chunk = made.slice(at, at + CHUNK);
    const heads = chunk.map(({ lines: _lines, progress, ...delivery }) => ({
      ...delivery,
      status: "planned" as const,
      createdBy: userIdOf(actor),
      ...progress,
    }));
    const lines = chunk.flatMap(({ id, lines }) =>
      lines.map((line, i) => ({ ...line, deliveryId: id, n: i + 1 })),
    );
    await Promise.all([
      tx.insert(deliveries).values(heads),
      tx.insert(deliveryLines).values(
        lines.map(({ picks, received, ...line }) => ({
          ...line,
          valueFen: picks.reduce((sum, picked) => sum + picked.valueFen, 0n),
          ...(received && { ...received, extra: 0n }),
        })),
      ),
      tx.insert(deliveryPicks).values(chunk.flatMap(picksOf)),
    ]);
  }
}

function picksOf({ id, lines }: NewDelivery) {
  return lines
    .flatMap((line, i) => line.picks.map((picked) => ({ ...picked, lineN: i + 1 })))
    .map(({ asset, account, quantity, valueFen, good, lineN }, i) => ({
      deliveryId: id,
      n: i + 1,
      lineN,
      assetId: asset,
      fromAccount: account,
      quantity,
      valueFen,
      good: good ?? 0n,
    }));
}
