import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { consignments, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { GoodsLine } from "../gifts/schema.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { findPledge } from "../pledges/find.server.ts";
import { goodsAgainst } from "../pledges/progress.server.ts";
import { insertAnnouncedLines } from "./insert-lines.server.ts";
import type { ExpectConsignment } from "./schema.ts";

/**
 * Announces goods on their way to a warehouse; nothing is booked. From a pledge come its donor, its restriction and,
 * unless lines are given, what is still to come of it. Answers id and number (DH-…).
 */
export async function expectConsignment(actor: MemberActor, requestId: string, input: ExpectConsignment) {
  return perform({ actor, action: "consignment.expect", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const { organizationId } = warehouse;
    const pledge = input.pledgeId ? await findPledge(tx, actor, input.pledgeId, "goods") : null;
    const lines = pledge && input.lines.length === 0 ? await stillToCome(tx, pledge.id) : input.lines;
    const id = uuidv7();
    const [number] = await numberDocuments(tx, "consignment", [{ organizationId, on: todayInShanghai() }]);
    await tx.insert(consignments).values({
      id,
      number: number!,
      organizationId,
      responseId: actor.responseId,
      warehouseId: warehouse.id,
      status: "expected",
      pledgeId: input.pledgeId,
      donor: input.donor ?? pledge?.donor ?? null,
      expectedOn: input.expectedOn ?? pledge?.dueOn ?? null,
      expectedBoxes: input.expectedBoxes,
      note: input.note,
      createdBy: userIdOf(actor),
    });
    await insertAnnouncedLines(
      tx,
      { id, keeperId: actor.organizationId },
      lines.map((line) => ({ ...line, restrictedTo: line.restrictedTo ?? pledge?.restriction ?? null })),
    );
    return { result: { id, number: number! }, organizationId, subjectId: id };
  });
}

/** What was promised and has not come, in full packs where they come out even. */
async function stillToCome(tx: Tx, pledgeId: string): Promise<GoodsLine[]> {
  const rows = await tx.execute<{
    item: string;
    unit: string;
    left: string;
    packName: string | null;
    packSize: string | null;
  }>(sql`
    select i.name as item, i.base_unit as unit, (p.quantity - coalesce(got.quantity, 0))::text as left,
           i.pack_name as "packName", i.pack_size::text as "packSize"
    from (select item_id, min(n) as n, sum(quantity) as quantity from pledge_lines
          where pledge_id = ${pledgeId} group by 1) p
    join items i on i.id = p.item_id
    left join (${goodsAgainst(sql`${pledgeId}`)}) got on got.item_id = p.item_id
    where p.quantity > coalesce(got.quantity, 0)
    order by p.n`);
  return rows.map(({ item, unit, left, packName, packSize }) => {
    const packed = packSize !== null && BigInt(left) % BigInt(packSize) === 0n;
    return GoodsLine.parse(
      packed
        ? { item, unit, quantity: BigInt(left) / BigInt(packSize), packName, packSize }
        : { item, unit, quantity: left },
    );
  });
}
