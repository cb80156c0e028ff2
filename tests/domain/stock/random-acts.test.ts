import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { boxes, db } from "#db";
import { reverseAll } from "#app/domain/ledger/reverse.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { type Act, actKinds, RandomWarehouse, type Where } from "#tests/support/random-warehouse.ts";

const WORKERS = 4;
const ACTS = 10_000;
const MINUTES = 60_000;

/** More of what fills the warehouse than of what empties it, so that there is always something to work with. */
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constant("receive" as const) },
    { weight: actKinds.length, arbitrary: fc.constantFrom(...actKinds) },
    { weight: 4, arbitrary: fc.constantFrom("deliver" as const, "dispatch" as const, "confirm" as const) },
    { weight: 8, arbitrary: fc.constantFrom("pack" as const, "pick box" as const, "load box" as const) },
  ),
  a: fc.nat(10_000),
  b: fc.nat(10_000),
  quantity: fc.integer({ min: 1, max: 40 }),
});

let warehouse: RandomWarehouse;

beforeAll(async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: ACTS, maxLength: ACTS }), async (acts) => {
      warehouse = await RandomWarehouse.open();
      await Promise.all(
        Array.from({ length: WORKERS }, async (_, worker) => {
          for (let i = worker; i < acts.length; i += WORKERS) await warehouse.act(acts[i]!, worker);
        }),
      );
    }),
    { numRuns: 1, endOnFailure: true },
  );
}, 10 * MINUTES);

const organization = () => warehouse.world.organizationId;

test("nothing went wrong but what was refused, and every kind of act was done many times", () => {
  expect(warehouse.unexpected).toEqual([]);
  for (const kind of actKinds) expect.soft(warehouse.done.get(kind) ?? 0, kind).toBeGreaterThan(5);
});

test("every item is where the model says, to the piece", async () => {
  const rows = await db.execute<{ where: Where; item: string; quantity: string }>(sql`
    with leg as (
      select to_account as account, asset_id, amount from postings
      union all select from_account, asset_id, -amount from postings
    )
    select case when a.kind in ('dock', 'bin', 'staging', 'quarantine', 'transfer') then 'stock'
                when a.kind = 'delivery' then 'road' when a.kind = 'kit' then 'in kits' else a.kind end as where,
           l.item_id as item, sum(leg.amount)::text as quantity
    from leg join accounts a on a.id = leg.account join source_lots l on l.asset_id = leg.asset_id
    where a.organization_id = ${organization()} and a.kind not in ('donor', 'assembly')
    group by 1, 2 having sum(leg.amount) <> 0`);
  const booked = Object.fromEntries(
    rows.map(({ where, item, quantity }) => [`${where}/${item}`, BigInt(quantity)]),
  );
  const modelled = Object.fromEntries([...warehouse.sums].filter(([, quantity]) => quantity !== 0n));
  expect(booked).toEqual(modelled);
});

test("no balance was ever below zero, and the kept ones are what the postings add up to", async () => {
  const below = await db.execute(sql`
    with leg as (
      select e.seq, p.to_account as account, p.asset_id, p.amount
      from postings p join entries e on e.id = p.entry_id where e.organization_id = ${organization()}
      union all
      select e.seq, p.from_account, p.asset_id, -p.amount
      from postings p join entries e on e.id = p.entry_id where e.organization_id = ${organization()}
    ), net as (select seq, account, asset_id, sum(amount) as amount from leg group by 1, 2, 3),
    running as (
      select n.*, sum(n.amount) over (partition by account, asset_id order by seq) as held
      from net n join accounts a on a.id = n.account and a.holds
    )
    select * from running where held < 0`);
  expect([...below]).toEqual([]);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("nothing restricted went outside its restriction, and nothing expired was sent", async () => {
  const wrong = await db.execute(sql`
    with sent as (
      select p.asset_id, e.occurred_on, s.* from entries e
      join postings p on p.entry_id = e.id
      join deliveries d on d.id = e.document_id
      join sites s on s.id = d.site_id
      where e.kind = 'delivery.dispatch' and e.organization_id = ${organization()}
    ), lots as (
      select sent.*, l.expires_on, l.restriction_id from sent join source_lots l on l.asset_id = sent.asset_id
      union all
      select sent.*, l.expires_on, l.restriction_id
      from sent join kit_components c on c.kit_asset_id = sent.asset_id join source_lots l on l.asset_id = c.asset_id
    )
    select lots.asset_id from lots left join restrictions r on r.id = lots.restriction_id
    where lots.expires_on < lots.occurred_on
       or r.id is not null and not coalesce(r.township_code = lots.township_code or r.site_kind = lots.kind, false)`);
  expect([...wrong]).toEqual([]);
});

test("kits hold what went into them: kits outside × per kit = components inside", async () => {
  const rows = await db.execute(sql`
    with outside as (
      select p.asset_id, sum(case when f.kind = 'assembly' then p.amount else -p.amount end) as kits
      from postings p join accounts f on f.id = p.from_account join accounts t on t.id = p.to_account
      where f.kind = 'assembly' or t.kind = 'assembly' group by 1
    ), wanted as (
      select k.account_id, c.asset_id, sum(c.per_kit * coalesce(o.kits, 0)) as amount
      from kit_components c join source_lots l on l.asset_id = c.kit_asset_id join kits k on k.id = l.kit_id
      left join outside o on o.asset_id = c.kit_asset_id group by 1, 2
    )
    select w.*, b.amount as held from wanted w
    left join balances b on b.account_id = w.account_id and b.asset_id = w.asset_id
    where w.amount <> coalesce(b.amount, 0)`);
  expect([...rows]).toEqual([]);
});

test("labelled boxes never hold more than there is", async () => {
  const rows = await db.execute(sql`
    select b.account_id, c.asset_id from boxes b join box_contents c on c.box_id = b.id
    where b.organization_id = ${organization()} and b.delivery_id is null and b.emptied_at is null
    group by 1, 2 having sum(c.quantity) > coalesce((
      select amount from balances x where x.account_id = b.account_id and x.asset_id = c.asset_id), 0) + coalesce((
      select sum(p.quantity - p.picked) from delivery_picks p join deliveries d on d.id = p.delivery_id
      where p.from_account = b.account_id and p.asset_id = c.asset_id and d.status = 'planned'), 0)`);
  expect([...rows]).toEqual([]);
});

test("taking everything back returns to the start", async () => {
  const entries = await db.execute<{ id: string }>(sql`
    select id from entries e where organization_id = ${organization()} and kind <> 'entry.reverse'
      and not exists (select from entries r where r.reverses = e.id)`);
  await db.transaction(async (tx) => {
    await tx
      .update(boxes)
      .set({ emptiedAt: new Date() })
      .where(sql`organization_id = ${organization()}`);
    const ids = entries.map(({ id }) => id);
    await reverseAll(tx, { kind: "system", job: "test" }, ids, "全部冲回", new Date());
  });
  const left = await db.execute(sql`
    select b.* from balances b join accounts a on a.id = b.account_id
    where a.organization_id = ${organization()} and (b.amount <> 0 or b.value_fen <> 0)`);
  expect([...left]).toEqual([]);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});
