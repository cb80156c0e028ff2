import { asc, eq, sql } from "drizzle-orm";
import { consignmentLines, consignments, type Tx, warehouses } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { refuse } from "../errors.ts";
import { receiveGoodsGifts } from "../gifts/receive-goods.server.ts";
import { findItems, type Item } from "../items/find-or-add.server.ts";
import { perform } from "../perform.server.ts";
import type { Warehouse } from "../places/find-warehouse.server.ts";
import { restrictionOf } from "../pledges/restriction-of.server.ts";
import { type CountedLine, lifeOf, type Part, partsOf, totalOf, valueOfAccepted } from "./check-line.ts";
import { hasCounted } from "./has-counted.server.ts";
import { type Consignment, type ConsignmentLine, lockOpenConsignment } from "./lock-consignment.server.ts";
import { mustAgreeOnExpiry } from "./lot-expiry.server.ts";
import type { ReceiveConsignment } from "./schema.ts";

/**
 * A second person has checked the count: what was accepted becomes a gift, each line a source lot of its own, its boxes
 * where they stand and the rest at the dock, what is held back in quarantine. Boxes nobody has opened stay as they are.
 * Answers the gift, or null when nothing came into the books.
 *
 * Refuses, changing nothing: `duties_apart` when the checker counted any of it and gives no reason; `nothing_counted`;
 * `lot_expired_at_intake`, `short_life`, `lot_expiry_differs` and `boxed_more_than_counted`, naming the line.
 */
export async function receiveConsignment(actor: MemberActor, requestId: string, input: ReceiveConsignment) {
  return perform({ actor, action: "consignment.check", requestId, input }, async (tx) => {
    const consignment = await lockOpenConsignment(tx, actor, input.consignmentId);
    const { id, organizationId, responseId, number } = consignment;
    if (input.overrideReason === null && (await hasCounted(actor, id, tx))) refuse("duties_apart", {});
    await lockBoxes(tx, id);
    const [warehouse] = await tx.select().from(warehouses).where(eq(warehouses.id, consignment.warehouseId));
    const accepted = await acceptedLines(tx, actor, consignment, warehouse!, input);
    if (accepted.length === 0) await mustHaveArrived(tx, consignment);
    const donor = input.donor ?? consignment.donor;
    const promised = await restrictionOf(tx, consignment.pledgeId);
    const [gift] =
      accepted.length === 0
        ? []
        : await receiveGoodsGifts(tx, actor, actor.organizationId, warehouse!, [
            {
              donor,
              receivedOn: todayInShanghai(),
              pledgeId: consignment.pledgeId,
              note: [number, consignment.note].filter(Boolean).join(" "),
              responseId,
              lines: accepted.map(({ line, item, parts, value, valueBasis }) => ({
                ...line,
                restrictedTo: line.restrictedTo ?? promised,
                item: item?.name ?? line.item,
                quantity: totalOf(parts),
                parts: parts.map(({ account, quantity }) => ({ to: account, quantity })),
                unitValue: null,
                value,
                valueBasis,
              })),
            },
          ]);
    if (gift) await fillBoxes(tx, id, accepted, gift.lots);
    await tx
      .update(consignments)
      .set({
        status: "received",
        donor,
        checkedBy: userIdOf(actor),
        checkedAt: new Date(),
        overrideReason: input.overrideReason,
        giftId: gift?.id ?? null,
      })
      .where(eq(consignments.id, id));
    return {
      result: { id, number, gift: gift ? { id: gift.id, number: gift.number } : null },
      organizationId,
      subjectId: id,
      detail: decisions(input),
    };
  });
}

/** Its boxes stay where they stand until their goods are booked there. */
async function lockBoxes(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`select from boxes where consignment_id = ${id} order by id for update`);
}

interface Accepted {
  line: ConsignmentLine;
  item: Item | undefined;
  parts: Part[];
  value: bigint | null;
  valueBasis: ConsignmentLine["valueBasis"];
}

/** The lines of which anything comes into the books, each judged by its life and its lot. */
async function acceptedLines(
  tx: Tx,
  actor: MemberActor,
  consignment: Consignment,
  warehouse: Warehouse,
  input: ReceiveConsignment,
): Promise<Accepted[]> {
  const lines = await tx
    .select()
    .from(consignmentLines)
    .where(eq(consignmentLines.consignmentId, consignment.id))
    .orderBy(asc(consignmentLines.n));
  const checked = new Map(input.lines.map((line) => [line.n, line]));
  for (const n of checked.keys()) {
    if (!lines.some((line) => line.n === n)) refuse("not_found", { what: "consignment_line" });
  }
  const known = await findItems(
    tx,
    actor.organizationId,
    lines.map(({ item }) => item),
  );
  const counts = await countsOf(tx, consignment.id);
  const accepted: Accepted[] = [];
  for (const line of lines) {
    const verdict = checked.get(line.n);
    const parts = standingParts(line, counts, warehouse);
    const quantity = totalOf(parts);
    if (quantity === 0n) continue;
    const item = known.get(line.item);
    const isAvailable = parts.some(({ account }) => account !== warehouse.quarantineAccountId);
    if (isAvailable) mustLiveLongEnough(line, item, verdict?.acceptReason ?? null);
    if (!verdict?.acceptExpiry) await mustAgreeOnExpiry(tx, actor, line, item);
    const unitValue = verdict?.unitValue ?? null;
    const value = unitValue === null ? valueOfAccepted(line, quantity) : unitValue * quantity;
    accepted.push({ line, item, parts, value, valueBasis: verdict?.valueBasis ?? line.valueBasis });
  }
  return accepted;
}

function standingParts(line: ConsignmentLine, counts: LineCounts, warehouse: Warehouse): Part[] {
  const { item, unit, counted } = line;
  const count: CountedLine = { ...nothing, ...counts.get(line.n), counted };
  const parts = partsOf(count, warehouse.dockAccountId, warehouse.quarantineAccountId);
  if (parts) return parts;
  const boxed = count.boxes.reduce((sum, { quantity }) => sum + quantity, count.boxesSentBack);
  const left = counted - count.looseSentBack - count.looseHeldBack;
  return refuse("boxed_more_than_counted", { item, unit, boxed: `${boxed}`, counted: `${left}` });
}

function mustLiveLongEnough(line: ConsignmentLine, item: Item | undefined, acceptReason: string | null) {
  const life = lifeOf(line.expiresOn, item?.minRemainingDays ?? null, todayInShanghai());
  if (life.verdict === "expired") refuse("lot_expired_at_intake", { item: line.item, on: line.expiresOn! });
  if (life.verdict === "short" && acceptReason === null) {
    const [days, wanted] = [life.days, item?.minRemainingDays ?? 0];
    refuse("short_life", { item: line.item, on: line.expiresOn!, days, wanted });
  }
}

const nothing = { boxes: [], boxesSentBack: 0n, looseSentBack: 0n, looseHeldBack: 0n };
type LineCounts = Map<number, Omit<CountedLine, "counted">>;

/** What stands in boxes of each line, and what was refused beside them. */
async function countsOf(tx: Tx, id: string): Promise<LineCounts> {
  const rows = await tx.execute<{
    n: number;
    what: "box" | "sent" | "loose" | "held";
    account: string;
    sum: string;
  }>(sql`
    select b.consignment_line as n, case when b.emptied_at is null then 'box' else 'sent' end as what,
           b.account_id::text as account, sum(b.counted)::text as sum
    from boxes b
    where b.consignment_id = ${id} and b.consignment_line is not null
      and (b.emptied_at is null
           or exists (select from box_events e join consignment_refusals r on r.id = e.id where e.box_id = b.id))
    group by 1, 2, 3
    union all
    select r.line_n, case r.action when 'rejected' then 'loose' else 'held' end, '0', sum(r.quantity)::text
    from consignment_refusals r
    where r.consignment_id = ${id} and r.line_n is not null and not exists (select from box_events e where e.id = r.id)
    group by 1, 2`);
  const counts: LineCounts = new Map();
  for (const { n, what, account, sum } of rows) {
    const count = counts.get(n) ?? nothing;
    const quantity = BigInt(sum);
    const more = {
      box: { boxes: [...count.boxes, { account: BigInt(account), quantity }] },
      sent: { boxesSentBack: count.boxesSentBack + quantity },
      loose: { looseSentBack: quantity },
      held: { looseHeldBack: quantity },
    }[what];
    counts.set(n, { ...count, ...more });
  }
  return counts;
}

/** Nothing comes into the books; but goods were refused, or boxes stand there that nobody has opened. */
async function mustHaveArrived(tx: Tx, { id, number }: Consignment): Promise<void> {
  const [row] = await tx.execute<{ arrived: boolean }>(sql`
    select exists (select from consignment_refusals where consignment_id = ${id})
        or exists (select from boxes where consignment_id = ${id} and emptied_at is null) as arrived`);
  if (!row?.arrived) refuse("nothing_counted", { number });
}

/** What was counted box by box is in those boxes, as the lot its line became. */
async function fillBoxes(
  tx: Tx,
  id: string,
  accepted: readonly Accepted[],
  lots: readonly string[],
): Promise<void> {
  const numbers = accepted.map(({ line }) => line.n);
  await tx.execute(sql`
    insert into box_contents (box_id, asset_id, quantity)
    select b.id, lot.asset, b.counted
    from boxes b
    join unnest(${sql.param(numbers)}::int[], ${sql.param([...lots])}::bigint[]) as lot (n, asset)
      on lot.n = b.consignment_line
    where b.consignment_id = ${id} and b.emptied_at is null`);
}

/** For the audit: why a short life was accepted, and why one person did both. */
function decisions({ lines, overrideReason }: ReceiveConsignment): Record<string, string> {
  const reasons = lines.flatMap(({ n, acceptReason }) =>
    acceptReason === null ? [] : [[`accepted.${n}`, acceptReason] as const],
  );
  return { ...Object.fromEntries(reasons), ...(overrideReason !== null && { override: overrideReason }) };
}
