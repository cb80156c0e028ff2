import { eq, sql } from "drizzle-orm";
import { boxes, consignmentRefusals, type Tx, warehouses } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { lockBox } from "../boxes/lock-box.server.ts";
import { recordEvent } from "../boxes/record-event.server.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { type Consignment, lineOf, lockOpenConsignment, startCounting } from "./lock-consignment.server.ts";
import { refusedOn } from "./on-line.server.ts";
import type { RefuseGoods } from "./schema.ts";

/** What is refused: `quantity` base units, of a line when there is one. */
interface Refused {
  lineN: number | null;
  item: string;
  unit: string;
  quantity: bigint;
}

/**
 * Says what is not taken in, and why. What is `rejected` goes back and never comes into the books; what is
 * `quarantined` comes into them, held back. A labelled box is refused whole: sent back it is emptied, held back it
 * stands in quarantine; what was said of it before is replaced. The refusal's id is the request's, as is that of the
 * box's event.
 */
export async function refuseGoods(actor: MemberActor, requestId: string, input: RefuseGoods) {
  return perform({ actor, action: "consignment.count", requestId, input }, async (tx) => {
    const consignment = await lockOpenConsignment(tx, actor, input.consignmentId);
    const { id, organizationId } = consignment;
    const refused =
      input.code === null
        ? await looseGoods(tx, consignment, input)
        : await wholeBox(tx, actor, requestId, consignment, { ...input, code: input.code });
    await startCounting(tx, actor, consignment);
    await tx.insert(consignmentRefusals).values({
      ...refused,
      id: requestId,
      consignmentId: id,
      action: input.action,
      reason: input.reason,
      note: input.note,
      createdBy: userIdOf(actor),
    });
    return { result: { id: requestId }, organizationId, subjectId: id };
  });
}

async function looseGoods(tx: Tx, { id }: Consignment, input: RefuseGoods): Promise<Refused> {
  const quantity = input.quantity!;
  if (input.n === null) return { lineN: null, item: input.item!, unit: input.unit!, quantity };
  const line = await lineOf(tx, id, input.n);
  const refused = (await refusedOn(tx, line)) + quantity;
  const { item, unit, counted } = line;
  if (refused > counted) {
    refuse("refused_more_than_counted", { item, unit, refused: `${refused}`, counted: `${counted}` });
  }
  return { lineN: line.n, item, unit, quantity };
}

/** An unknown box counts as one box of what it is called. */
async function wholeBox(
  tx: Tx,
  actor: MemberActor,
  requestId: string,
  consignment: Consignment,
  input: RefuseGoods & { code: string },
): Promise<Refused> {
  const box = await lockBox(tx, actor, input.code, "box");
  if (box.consignmentId !== consignment.id) {
    refuse("box_of_another_consignment", { code: input.code, number: consignment.number });
  }
  const refused = await refusedBox(tx, consignment, box, input);
  await tx.execute(sql`
    delete from consignment_refusals r using box_events e where e.id = r.id and e.box_id = ${box.id}`);
  const [warehouse] = await tx.select().from(warehouses).where(eq(warehouses.id, box.warehouseId));
  const isHeld = input.action === "quarantined";
  const toAccount = isHeld ? warehouse!.quarantineAccountId : box.accountId;
  await tx
    .update(boxes)
    .set({ accountId: toAccount, palletId: null, ...(!isHeld && { emptiedAt: new Date() }) })
    .where(eq(boxes.id, box.id));
  await recordEvent(tx, actor, {
    id: requestId,
    boxId: box.id,
    kind: isHeld ? "box.move" : "box.empty",
    fromAccount: box.accountId,
    toAccount,
    detail: { refusal: requestId, from: `${box.accountId}`, reason: input.reason },
    occurredAt: null,
  });
  return refused;
}

async function refusedBox(
  tx: Tx,
  { id }: Consignment,
  box: { consignmentLine: number | null; counted: bigint | null },
  input: RefuseGoods,
): Promise<Refused> {
  if (box.consignmentLine !== null && box.counted !== null) {
    const { n, item, unit } = await lineOf(tx, id, box.consignmentLine);
    return { lineN: n, item, unit, quantity: box.counted };
  }
  const item = input.item ?? refuse("invalid", { fields: { item: "required" } });
  return { lineN: null, item, unit: input.unit ?? "箱", quantity: 1n };
}
