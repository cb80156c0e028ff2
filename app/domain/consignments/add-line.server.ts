import { sql } from "drizzle-orm";
import { consignmentLines } from "#db";
import type { MemberActor } from "../actor.ts";
import { findItems } from "../items/find-or-add.server.ts";
import { perform } from "../perform.server.ts";
import { asWritten } from "./insert-lines.server.ts";
import { lockOpenConsignment, startCounting } from "./lock-consignment.server.ts";
import type { AddLine } from "./schema.ts";

/** Goods at the door that no line names: a line of its own, counted at once or afterwards. Answers its number. */
export async function addLine(actor: MemberActor, requestId: string, input: AddLine) {
  return perform({ actor, action: "consignment.count", requestId, input }, async (tx) => {
    const consignment = await lockOpenConsignment(tx, actor, input.consignmentId);
    const { id, organizationId } = consignment;
    const { goods } = input;
    const counted = (goods.quantity ?? 0n) * (goods.packSize ?? 1n);
    const known = await findItems(tx, actor.organizationId, [goods.item]);
    const [last] = await tx.execute<{ n: number }>(
      sql`select coalesce(max(n), 0)::int as n from consignment_lines where consignment_id = ${id}`,
    );
    const n = (last?.n ?? 0) + 1;
    await startCounting(tx, actor, consignment);
    await tx.insert(consignmentLines).values({
      ...asWritten(goods, counted),
      consignmentId: id,
      n,
      itemId: known.get(goods.item)?.id ?? null,
      counted,
    });
    return { result: { id, n }, organizationId, subjectId: id, detail: { counted: `${n}: ${counted}` } };
  });
}
