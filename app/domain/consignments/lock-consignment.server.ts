import { and, eq, inArray } from "drizzle-orm";
import { consignmentLines, consignments, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

export type Consignment = typeof consignments.$inferSelect;
export type ConsignmentLine = typeof consignmentLines.$inferSelect;

/** A consignment within reach, locked until commit: whoever counts, refuses or checks decides by what stands in it. */
export async function lockConsignment(tx: Tx, actor: MemberActor, id: string): Promise<Consignment> {
  const [found] = await tx
    .select()
    .from(consignments)
    .where(and(eq(consignments.id, id), inArray(consignments.organizationId, [...actor.reach])))
    .for("update");
  return found ?? notFound("consignment");
}

/** The same, and still open: `consignment_closed` once it is in the books or called off. */
export async function lockOpenConsignment(tx: Tx, actor: MemberActor, id: string): Promise<Consignment> {
  const consignment = await lockConsignment(tx, actor, id);
  const { number, status } = consignment;
  if (status === "received" || status === "cancelled") refuse("consignment_closed", { number, status });
  return consignment;
}

/** The goods are at the door: the first who counts any of them is the one who prepared the count. */
export async function startCounting(tx: Tx, actor: MemberActor, consignment: Consignment): Promise<void> {
  if (consignment.status === "counting" && consignment.preparedBy !== null) return;
  await tx
    .update(consignments)
    .set({
      status: "counting",
      arrivedAt: consignment.arrivedAt ?? new Date(),
      preparedBy: consignment.preparedBy ?? userIdOf(actor),
    })
    .where(eq(consignments.id, consignment.id));
}

export async function lineOf(tx: Tx, consignmentId: string, n: number): Promise<ConsignmentLine> {
  const [line] = await tx
    .select()
    .from(consignmentLines)
    .where(and(eq(consignmentLines.consignmentId, consignmentId), eq(consignmentLines.n, n)));
  return line ?? notFound("consignment_line");
}
