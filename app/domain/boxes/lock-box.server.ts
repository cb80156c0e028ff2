import { and, eq, inArray, isNull } from "drizzle-orm";
import { boxContents, boxes, labels, responses, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";

export interface Content {
  asset: bigint;
  /** Base units. */
  quantity: bigint;
}

/** A box, locked until commit, with what is in it. */
export type LockedBox = typeof boxes.$inferSelect & { code: string; contents: Content[] };

/**
 * The box or pallet a label is stuck on, within reach and in the actor's own emergency. Refuses what a scanner meets:
 * a code that is unknown, of another emergency, replaced, or stuck on something else.
 */
export async function lockBox(
  tx: Tx,
  actor: MemberActor,
  code: string,
  kind?: "box" | "pallet",
): Promise<LockedBox> {
  const label = await liveLabel(tx, actor, code);
  if (label.boxId === null) {
    const of = label.binId !== null ? "bin" : label.assetId !== null ? "lot" : "blank";
    refuse("label_of_another_kind", { code, kind: of });
  }
  const [box] = await tx.select().from(boxes).where(eq(boxes.id, label.boxId)).for("update");
  if (!box || box.emptiedAt !== null) refuse("box_empty", { code });
  if (kind && box.kind !== kind) refuse("label_of_another_kind", { code, kind: box.kind });
  const [locked] = await withContents(tx, [{ ...box, code }]);
  return locked!;
}

/** A label that counts: within reach, of this emergency, not replaced. */
export async function liveLabel(tx: Tx, actor: MemberActor, code: string) {
  const [label] = await liveLabels(tx, actor, [code]);
  return label!;
}

/** Labels that count, in the order of their codes given; the first that does not is refused. */
export async function liveLabels(tx: Tx, actor: MemberActor, codes: readonly string[]) {
  const rows = await tx
    .select({ label: labels, response: responses.name })
    .from(labels)
    .innerJoin(responses, eq(responses.id, labels.responseId))
    .where(and(inArray(labels.code, [...codes]), inArray(labels.organizationId, [...actor.reach])));
  const found = new Map(rows.map((row) => [row.label.code, row]));
  return codes.map((code) => {
    const { label, response } = found.get(code) ?? refuse("code_unknown", { code });
    if (label.responseId !== actor.responseId) refuse("other_response", { code, response });
    if (label.revokedAt !== null) refuse("label_replaced", { code, by: label.replacedBy });
    return label;
  });
}

/** A pallet's boxes, locked in one order, or the box itself. */
export async function lockLoad(tx: Tx, box: LockedBox): Promise<LockedBox[]> {
  if (box.kind === "box") return [box];
  const stacked = await tx
    .select()
    .from(boxes)
    .where(and(eq(boxes.palletId, box.id), isNull(boxes.emptiedAt)))
    .orderBy(boxes.id)
    .for("update");
  return withContents(
    tx,
    stacked.map((each) => ({ ...each, code: box.code })),
  );
}

async function withContents(tx: Tx, locked: readonly (typeof boxes.$inferSelect & { code: string })[]) {
  const ids = locked.map(({ id }) => id);
  const rows = await tx
    .select()
    .from(boxContents)
    .where(inArray(boxContents.boxId, ids))
    .orderBy(boxContents.assetId);
  return locked.map((box) => ({
    ...box,
    contents: rows
      .filter(({ boxId }) => boxId === box.id)
      .map(({ assetId: asset, quantity }) => ({ asset, quantity })),
  }));
}
