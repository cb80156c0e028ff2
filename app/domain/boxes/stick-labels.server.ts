import { eq, inArray, sql } from "drizzle-orm";
import { boxes, consignments, labels, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { liveLabels } from "./lock-box.server.ts";

/**
 * Labels that count and are on nothing yet; nobody else can stick one on a box before this is written. Refuses as
 * `liveLabels` does, a box's label as `box_already_received` and any other's as `label_not_blank`.
 */
export async function lockBlankLabels(tx: Tx, actor: MemberActor, codes: readonly string[]): Promise<void> {
  await tx
    .select({ code: labels.code })
    .from(labels)
    .where(inArray(labels.code, [...codes]))
    .orderBy(labels.code)
    .for("update");
  for (const { code, boxId, binId, assetId } of await liveLabels(tx, actor, codes)) {
    if (boxId !== null) await refuseTwice(tx, code, boxId);
    if (binId !== null) refuse("label_not_blank", { code, kind: "bin" });
    if (assetId !== null) refuse("label_not_blank", { code, kind: "lot" });
  }
}

async function refuseTwice(tx: Tx, code: string, boxId: string): Promise<never> {
  const [box] = await tx
    .select({ at: boxes.createdAt, number: consignments.number })
    .from(boxes)
    .leftJoin(consignments, eq(consignments.id, boxes.consignmentId))
    .where(eq(boxes.id, boxId));
  if (!box) return notFound("box");
  return refuse("box_already_received", { code, at: box.at.toISOString(), number: box.number ?? "" });
}

/** Sticks blank labels on boxes, the first on the first. They belong to whoever owns the boxes from now on. */
export async function stickLabels(
  tx: Tx,
  organizationId: string,
  codes: readonly string[],
  boxIds: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    update labels l set box_id = t.box_id, organization_id = ${organizationId}
    from unnest(${sql.param([...codes])}::bpchar[], ${sql.param([...boxIds])}::uuid[]) as t (code, box_id)
    where l.code = t.code`);
}
