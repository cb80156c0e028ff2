import { and, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { boxes, deliveries, deliveryPicks, type Tx, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { recordEvents } from "../boxes/record-event.server.ts";
import { refuse } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { shareOfValue } from "../money.ts";

type Delivery = typeof deliveries.$inferSelect;
type Pick = typeof deliveryPicks.$inferSelect;

/** A part of a pick that stays: taken off the shelf before, in a box that is not loaded, or never taken. */
interface Back {
  pick: Pick;
  boxed: bigint;
  untaken: bigint;
  valueFen: bigint;
}

/**
 * The step: what is not on the vehicle stays. Boxes that were picked and not loaded, where others were, go back to their
 * places, and so does what stands in labelled boxes that nobody picked; the delivery's lines shrink by both, and what is
 * sent later is another delivery. The delivery is locked by the caller. Refuses when nothing would be left to send
 * (`nothing_to_send`).
 */
export async function leaveBehind(tx: Tx, actor: MemberActor, delivery: Delivery, at: Date): Promise<void> {
  const picks = await tx
    .select()
    .from(deliveryPicks)
    .where(eq(deliveryPicks.deliveryId, delivery.id))
    .orderBy(deliveryPicks.n)
    .for("update");
  const left = await boxesLeft(tx, delivery.id);
  const untaken = await untakenOf(tx, delivery.id);
  const backs = picks.flatMap((pick): Back[] => {
    const boxed = left
      .flatMap(({ taken }) => taken)
      .filter(({ n }) => n === pick.n)
      .reduce((sum, { quantity }) => sum + BigInt(quantity), 0n);
    const rest = untaken.get(pick.n) ?? 0n;
    if (boxed + rest === 0n) return [];
    const valueFen = shareOfValue(pick.valueFen, pick.quantity, boxed + rest);
    return [{ pick, boxed, untaken: rest, valueFen }];
  });
  if (backs.length === 0) return;
  const total = picks.reduce((sum, { quantity }) => sum + quantity, 0n);
  if (sumOf(backs) === total) refuse("nothing_to_send", { number: delivery.number });
  await postBack(tx, actor, delivery, backs, at);
  await shrink(tx, delivery, backs, left.length);
  await putBack(tx, actor, delivery, left, at);
}

const sumOf = (backs: readonly Back[]): bigint =>
  backs.reduce((sum, { boxed, untaken }) => sum + boxed + untaken, 0n);

interface LeftBox {
  id: string;
  account: string;
  place: string;
  taken: { n: number; quantity: string }[];
}

/** Boxes of the delivery that are not loaded, where another is, each with the place and picks it was picked from. */
async function boxesLeft(tx: Tx, deliveryId: string): Promise<LeftBox[]> {
  const rows = await tx.execute<Record<string, unknown> & LeftBox>(sql`
    select b.id, b.account_id::text as account, picked.from_account::text as place, picked.detail->'taken' as taken
    from boxes b
    cross join lateral (
      select e.from_account, e.detail from box_events e
      where e.box_id = b.id and e.delivery_id = b.delivery_id and e.kind = 'box.pick' order by e.seq desc limit 1
    ) picked
    where b.delivery_id = ${deliveryId}::uuid and b.loaded_at is null
      and exists (select from boxes other where other.delivery_id = b.delivery_id and other.loaded_at is not null)
    order by b.id for update of b`);
  return [...rows];
}

/** By pick: what nobody took off its shelf and cannot be loose there, since all that is left stands in labelled boxes. */
async function untakenOf(tx: Tx, deliveryId: string): Promise<Map<number, bigint>> {
  const rows = await tx.execute<{ n: number; open: string; loose: string; place: string }>(sql`
    select p.n, (p.quantity - p.picked)::text as open, p.from_account || '/' || p.asset_id as place,
           greatest(coalesce(held.amount, 0) + waiting.sum - boxed.sum, 0)::text as loose
    from delivery_picks p
    left join balances held on held.account_id = p.from_account and held.asset_id = p.asset_id
    cross join lateral (
      select coalesce(sum(other.quantity - other.picked), 0) as sum
      from delivery_picks other join deliveries d on d.id = other.delivery_id
      where other.from_account = p.from_account and other.asset_id = p.asset_id and d.status = 'planned'
    ) waiting
    cross join lateral (
      select coalesce(sum(c.quantity), 0) as sum from box_contents c join boxes b on b.id = c.box_id
      where b.account_id = p.from_account and c.asset_id = p.asset_id
        and b.delivery_id is null and b.transfer_id is null and b.emptied_at is null
    ) boxed
    where p.delivery_id = ${deliveryId}::uuid and p.picked < p.quantity order by p.n`);
  const loose = new Map(rows.map((row) => [row.place, BigInt(row.loose)]));
  return new Map(
    rows.map(({ n, open, place }) => {
      const there = loose.get(place) ?? 0n;
      const taken = there < BigInt(open) ? there : BigInt(open);
      loose.set(place, there - taken);
      return [n, BigInt(open) - taken];
    }),
  );
}

async function postBack(
  tx: Tx,
  actor: MemberActor,
  delivery: Delivery,
  backs: readonly Back[],
  at: Date,
): Promise<void> {
  const [warehouse] = await tx.select().from(warehouses).where(eq(warehouses.id, delivery.warehouseId));
  await post(tx, actor, [
    {
      id: uuidv7(),
      kind: "stock.move",
      organizationId: delivery.organizationId,
      responseId: delivery.responseId,
      occurredAt: at,
      document: { kind: "delivery", id: delivery.id },
      postings: backs.map(({ pick, boxed, untaken, valueFen }) => ({
        from: warehouse!.stagingAccountId,
        to: pick.fromAccount,
        asset: pick.assetId,
        amount: boxed + untaken,
        valueFen,
      })),
    },
  ]);
}

/** Picks and lines are less by what stays; those of which nothing goes are gone. */
async function shrink(
  tx: Tx,
  { id, boxes: planned }: Delivery,
  backs: readonly Back[],
  boxesBack: number,
): Promise<void> {
  for (const { pick, boxed, untaken, valueFen } of backs) {
    const stays = boxed + untaken;
    const one = and(eq(deliveryPicks.deliveryId, id), eq(deliveryPicks.n, pick.n));
    if (stays === pick.quantity) {
      await tx.delete(deliveryPicks).where(one);
    } else {
      await tx
        .update(deliveryPicks)
        .set({
          quantity: pick.quantity - stays,
          picked: pick.picked - boxed,
          valueFen: pick.valueFen - valueFen,
        })
        .where(one);
    }
  }
  await tx.execute(sql`
    with kept as (
      select line_n as n, sum(quantity) as quantity, sum(value_fen) as value_fen
      from delivery_picks where delivery_id = ${id}::uuid group by 1
    ), gone as (
      delete from delivery_lines l where l.delivery_id = ${id}::uuid and l.n not in (select n from kept)
    )
    update delivery_lines l set quantity = kept.quantity, value_fen = kept.value_fen
    from kept where l.delivery_id = ${id}::uuid and l.n = kept.n and l.quantity <> kept.quantity`);
  const boxesGoing = planned > boxesBack ? planned - boxesBack : 1;
  await tx.update(deliveries).set({ boxes: boxesGoing }).where(eq(deliveries.id, id));
}

async function putBack(
  tx: Tx,
  actor: MemberActor,
  delivery: Delivery,
  left: readonly LeftBox[],
  at: Date,
): Promise<void> {
  for (const { id, place } of left) {
    await tx
      .update(boxes)
      .set({ deliveryId: null, loadedAt: null, accountId: BigInt(place) })
      .where(eq(boxes.id, id));
  }
  await recordEvents(
    tx,
    actor,
    left.map(({ id, account, place }) => ({
      id: uuidv7(),
      boxId: id,
      kind: "box.leave-behind",
      fromAccount: BigInt(account),
      toAccount: BigInt(place),
      deliveryId: delivery.id,
      occurredAt: at.toISOString(),
    })),
  );
}
