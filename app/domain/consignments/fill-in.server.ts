import { and, eq, gt, sql } from "drizzle-orm";
import { consignmentLines, consignments, type Tx } from "#db";
import type { Actor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { hashOfSecret } from "../people/secret.server.ts";
import { perform } from "../perform.server.ts";
import { insertAnnouncedLines } from "./insert-lines.server.ts";
import type { FillInConsignment } from "./schema.ts";

/**
 * The donor says by the link what is coming; what was said before is replaced, until somebody starts counting. Throws
 * `link_expired` for a link that is too old, renewed or of a consignment called off, `consignment_counting` afterwards.
 */
export async function fillInConsignment(actor: Actor, requestId: string, input: FillInConsignment) {
  return perform({ actor, action: "consignment.fill-in", requestId, input }, async (tx) => {
    const { id, number, organizationId, status } = await consignmentOf(tx, input.token);
    if (status === "cancelled") refuse("link_expired", {});
    if (status !== "expected") refuse("consignment_counting", { number });
    await tx
      .update(consignments)
      .set({
        donor: input.donor ?? sql`${consignments.donor}`,
        expectedOn: input.expectedOn,
        expectedBoxes: input.expectedBoxes,
        donorFilledAt: new Date(),
      })
      .where(eq(consignments.id, id));
    await tx.delete(consignmentLines).where(eq(consignmentLines.consignmentId, id));
    const keeperId = await keeperOf(tx, organizationId);
    await insertAnnouncedLines(tx, { id, keeperId }, input.lines);
    return { result: { number }, organizationId, subjectId: id };
  });
}

async function consignmentOf(tx: Tx, token: string) {
  const [found] = await tx
    .select()
    .from(consignments)
    .where(and(eq(consignments.linkHash, hashOfSecret(token)), gt(consignments.linkExpiresAt, sql`now()`)))
    .for("update");
  return found ?? refuse("link_expired", {});
}

/** Whose catalogue it is: that of the organization which keeps the books. */
async function keeperOf(tx: Tx, organizationId: string): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(
    sql`select coalesce(books_kept_by, id) as id from organizations where id = ${organizationId}`,
  );
  return row?.id ?? organizationId;
}
