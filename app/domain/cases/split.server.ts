import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { caseLots, caseNotes, cases, type Tx } from "#db";
import type { UserActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { shareOfValue } from "../money.ts";
import { openCases } from "./open.server.ts";

type Case = typeof cases.$inferSelect;
type Lot = typeof caseLots.$inferSelect;

/** What is decided, and what is left to decide. */
export interface Parted {
  decided: Lot[];
  left: Lot[];
}

/**
 * Parts a case's lots: so many base units of all, or of one lot, in the order of the lots, each part with its share of
 * the value. Without either all of it is decided. Refuses a lot that is not in it and more than there is (`invalid`).
 */
export function partLots(
  lots: readonly Lot[],
  { lot, quantity }: { lot: bigint | null; quantity: bigint | null },
): Parted {
  const asked = lots.filter(({ assetId }) => lot === null || assetId === lot);
  if (lot !== null && asked.length === 0) refuse("invalid", { fields: { lot: "not_in_list" } });
  const total = asked.reduce((sum, each) => sum + each.quantity, 0n);
  let wanted = quantity ?? total;
  if (wanted > total) refuse("invalid", { fields: { quantity: "more_than_left" } });
  const parted: Parted = { decided: [], left: lots.filter((each) => !asked.includes(each)) };
  for (const each of asked) {
    const here = each.quantity < wanted ? each.quantity : wanted;
    wanted -= here;
    const valueFen = shareOfValue(each.valueFen, each.quantity, here);
    if (here > 0n) parted.decided.push({ ...each, quantity: here, valueFen });
    const rest = each.quantity - here;
    if (rest > 0n) parted.left.push({ ...each, quantity: rest, valueFen: each.valueFen - valueFen });
  }
  return parted;
}

/**
 * The step: what is not decided becomes a case of its own, with the same owner and deadline, whose first note names this
 * one. Call it after `post`, as `openCases` says.
 */
export async function splitCase(
  tx: Tx,
  actor: UserActor,
  found: Case,
  { decided, left }: Parted,
  note: string,
  now: Date,
): Promise<void> {
  const sum = (lots: readonly Lot[]) => lots.reduce((total, { quantity }) => total + quantity, 0n);
  const [rest] = await openCases(
    tx,
    [
      {
        organizationId: found.organizationId,
        responseId: found.responseId,
        deliveryId: found.deliveryId,
        transferId: found.transferId,
        kind: found.kind,
        lineN: found.lineN,
        quantity: sum(left),
        reason: found.reason,
        remark: found.remark,
        report: null,
        lots: left.map(({ assetId: asset, quantity, valueFen }) => ({ asset, quantity, valueFen })),
        ownerId: found.ownerId,
        dueOn: found.dueOn,
      },
    ],
    now,
  );
  await tx.insert(caseNotes).values([
    { id: uuidv7(), caseId: rest!.id, text: `${found.number} → ${rest!.number}：${note}`, by: actor.userId },
    { id: uuidv7(), caseId: found.id, text: `${found.number} → ${rest!.number}：${note}`, by: actor.userId },
  ]);
  await tx.delete(caseLots).where(eq(caseLots.caseId, found.id));
  await tx.insert(caseLots).values(decided);
  await tx
    .update(cases)
    .set({ quantity: sum(decided) })
    .where(eq(cases.id, found.id));
}
