import { sql } from "drizzle-orm";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { db, donors, items, restrictions, type Tx } from "#db";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { ConfirmDelivery, CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { createSequencer } from "#app/domain/log/sequence.server.ts";
import { type LogFinding, verifyLog } from "#app/domain/log/verify.server.ts";
import { giveMoney, pay } from "#tests/support/gifts.ts";
import { allLeaves, asOwnerTakenBack, makeLogIn } from "#tests/support/log.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

/** Everything that names somebody, planted wherever people write. */
const PLANTED = {
  donor: "诸葛孔明",
  payee: "司马仲达",
  receiver: "黄月英",
  phone: "13900001234",
  address: "浦东大道1号2室",
  note: "请交给赵子龙",
  reason: "周公瑾说记错了",
  restriction: "给关云长同志",
  site: "张翼德家",
};

let world: World;

/** A small story: gifts open, hidden and restricted, a purchase, a delivery to a home, counted short, and a reversal. */
beforeAll(async () => {
  world = await makeWorld();
  const { keeper, site } = { keeper: world.actors.warehouse_keeper, site: world.site };
  await giveMoney(world, { donor: "示例科技公司" });
  await db.update(donors).set({ publishName: true });
  await giveMoney(world, { donor: PLANTED.donor, restrictedTo: PLANTED.restriction, note: PLANTED.note });
  await pay(world, { payee: PLANTED.payee, purpose: PLANTED.note });
  await pay(world);
  const wrong = await giveMoney(world, { donor: PLANTED.donor });
  const reversal = { entryId: wrong.entryId, reason: PLANTED.reason };
  await reverseEntry(world.actors.fund_officer, uuidv7(), reversal);
  await stockMasks(world, { quantity: "500", value: "1000", expiresOn: "2027-01-01" }, { quantity: "30" });
  await db.execute(sql`
    update sites set name = ${PLANTED.site}, kind = 'other', address = ${PLANTED.address},
                     contact_name = ${PLANTED.receiver}, contact_phone = ${PLANTED.phone} where id = ${site.id}`);
  const input = { warehouseId: world.warehouse.id, siteId: site.id, boxes: "1", note: PLANTED.note };
  const lines = [{ itemId: world.mask.id, quantity: "60" }];
  const delivery = await createDelivery(keeper, uuidv7(), CreateDelivery.parse({ ...input, lines }));
  const sent = await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id });
  const counted = { n: 1, good: "50", damaged: "2", reason: "damaged_goods", remark: PLANTED.note };
  const signed = { code: sent.code, pin: sent.pin, name: PLANTED.receiver, post: "组长", lines: [counted] };
  await confirmDelivery({ kind: "receiver", address: "192.0.2.1" }, uuidv7(), ConfirmDelivery.parse(signed));
  await createSequencer({ ...makeLogIn("/"), copies: [] }).run();
});

const fields = (findings: readonly LogFinding[]) => findings.flatMap((finding) => finding.fields);

test("an untouched journal is what was logged", async () => {
  const verification = await verifyLog(db);
  expect(verification).toMatchObject({ waiting: 0, findings: [] });
  expect(verification.leaves).toBeGreaterThanOrEqual(9);
});

test("no name, telephone, address, note or reason of anybody stands in any leaf", async () => {
  const text = (await allLeaves()).map((leaf) => leaf.text).join("\n");
  for (const [what, planted] of Object.entries(PLANTED)) expect(text, what).not.toContain(planted);
  for (const actor of Object.values(world.actors)) expect(text).not.toContain(actor.userId);
  for (const open of ["示例科技公司", "示例供应商", "测试仓", "潍坊新村街道", "医用外科口罩", world.tag]) {
    expect(text).toContain(open);
  }
  expect(text).not.toMatch(/"amount":\d|"valueFen":\d/);
});

test("the same hidden donor looks different in every leaf", async () => {
  const commitments = (await allLeaves()).flatMap(({ text }) => [
    ...new Set(text.match(/"nameCommitment":"\w{64}"/g)),
  ]);
  expect(commitments.length).toBeGreaterThanOrEqual(4);
  expect(new Set(commitments).size).toBe(commitments.length);
});

test("names may change later, consent be given, items be merged, and salts be destroyed", async () => {
  const verification = await asOwnerTakenBack(async (tx) => {
    await tx.execute(sql`update donors set name = name || '（改名）', publish_name = kind <> 'anonymous'`);
    await tx.execute(sql`update organizations set name = name || '（改名）'`);
    const [other] = await tx
      .insert(items)
      .values({ ...world.mask, id: uuidv7(), name: "口罩" })
      .returning();
    await tx.execute(sql`update source_lots set item_id = ${other!.id}`);
    await tx.delete(restrictions);
    await tx.execute(sql`delete from log_salts where subject_kind <> 'log'`);
    return verifyLog(tx);
  });
  expect(verification.findings).toEqual([]);
});

interface Tampering {
  /** Two whole numbers that choose a row and a value. */
  row: number;
  value: number;
  change: (typeof changes)[number];
}

interface Row extends Record<string, unknown> {
  id: string;
  n: number;
  seq: string;
}

const pickRow = async (tx: Tx, table: "entries" | "postings", row: number): Promise<Row> => {
  const rows = await tx.execute<Row>(
    table === "entries"
      ? sql`select id, seq::text as seq, 0 as n from entries order by seq`
      : sql`select entry_id as id, n, '0' as seq from postings order by entry_id, n`,
  );
  return rows[row % rows.length]!;
};

/** Each changes one row of the journal and answers the entry it was about. */
const entryColumns = {
  kind: sql`case kind when 'stock.move' then 'stock.put-away' else 'stock.move' end`,
  organization_id: sql`gen_random_uuid()`,
  response_id: sql`gen_random_uuid()`,
  occurred_at: sql`occurred_at + interval '1 microsecond'`,
  occurred_on: sql`occurred_on + 1`,
  recorded_at: sql`recorded_at - interval '1 microsecond'`,
  actor_kind: sql`actor_kind || 's'`,
  actor_id: sql`gen_random_uuid()`,
  document_kind: sql`case document_kind when 'run' then 'case' else 'run' end`,
  document_id: sql`gen_random_uuid()`,
  reverses: sql`case when reverses is null then gen_random_uuid() end`,
  reason: sql`coalesce(reason, '') || '。'`,
  id: sql`gen_random_uuid()`,
};
const postingColumns = {
  n: sql`n + 1000`,
  from_account: sql`(select id from accounts where id not in (from_account, to_account) order by id limit 1)`,
  to_account: sql`(select id from accounts where id not in (from_account, to_account) order by id desc limit 1)`,
  asset_id: sql`(select id from assets a where a.id <> asset_id limit 1)`,
  amount: sql`amount + 1`,
  value_fen: sql`value_fen + 1`,
  entry_id: sql`(select id from entries where id <> entry_id limit 1)`,
};
const changes = [
  ...Object.keys(entryColumns).map((column) => ({ table: "entries" as const, column })),
  ...Object.keys(postingColumns).map((column) => ({ table: "postings" as const, column })),
  ...["delete", "insert", "reorder"].map((column) => ({ table: "entries" as const, column })),
  ...["delete", "insert"].map((column) => ({ table: "postings" as const, column })),
];

async function tamper(tx: Tx, { row, value, change: { table, column } }: Tampering): Promise<string> {
  const { id, n, seq } = await pickRow(tx, table, row);
  // Whoever owns the tables is not held up by what they say either.
  await tx.execute(
    sql`alter table entries drop constraint entry_reversal_named, alter column seq drop identity`,
  );
  await tx.execute(sql`alter table postings drop constraint postings_entry_id_n_pk`);
  const where = table === "entries" ? sql`id = ${id}` : sql`entry_id = ${id} and n = ${n}`;
  const name = sql.identifier(table);
  if (column === "delete") await tx.execute(sql`delete from ${name} where ${where}`);
  else if (column === "reorder")
    await tx.execute(sql`
      update entries set seq = case when ${value % 2 === 0} then -seq else (select max(seq) + 1 + ${value} from entries) end
      where id = ${id} and seq = ${seq}::bigint`);
  else if (table === "entries" && column === "insert") return insertEntry(tx, id, value);
  else if (column === "insert")
    await tx.execute(sql`
      insert into postings select entry_id, n + 1000, from_account, to_account, asset_id, ${value + 1}, ${value}
      from postings where ${where}`);
  else {
    const to = { ...entryColumns, ...postingColumns }[
      column as keyof typeof entryColumns & keyof typeof postingColumns
    ];
    await tx.execute(sql`update ${name} set ${sql.identifier(column)} = ${to} where ${where}`);
  }
  return id;
}

/** A copy of an entry, in a gap before what was logged or after it. */
async function insertEntry(tx: Tx, like: string, value: number): Promise<string> {
  const id = uuidv7();
  await tx.execute(sql`
    insert into entries (id, seq, kind, organization_id, response_id, occurred_at, occurred_on, recorded_at, actor_kind,
                         actor_id, document_kind, document_id)
    select ${id}, case when ${value % 2 === 0} then -${value}::bigint - 1 else (select max(seq) + 1 from entries) end, 'stock.move',
           organization_id, response_id, occurred_at, occurred_on, recorded_at, actor_kind, actor_id, document_kind, document_id
    from entries where id = ${like}`);
  return id;
}

test("of 200 random changes of one row of the journal by its owner, each is found and named", async () => {
  const tampering = fc.record({
    row: fc.nat(10_000),
    value: fc.nat(1000),
    change: fc.constantFrom(...changes),
  });
  let done = 0;
  await fc.assert(
    fc.asyncProperty(tampering, async (one) => {
      await asOwnerTakenBack(async (tx) => {
        const entryId = await tamper(tx, one);
        const { findings } = await verifyLog(tx);
        expect(findings.map((finding) => finding.entryId)).toContain(entryId);
      });
      done += 1;
    }),
    { numRuns: 200, endOnFailure: true },
  );
  expect(done).toBe(200);
  expect((await verifyLog(db)).findings).toEqual([]);
}, 60_000);

test.each(changes)("each kind of change is found: $table $column", async (change) => {
  await asOwnerTakenBack(async (tx) => {
    const entryId = await tamper(tx, { row: 7, value: 1, change });
    const { findings } = await verifyLog(tx);
    expect(findings.map((finding) => finding.entryId)).toContain(entryId);
  });
});

test("what differs is named by its place in the leaf", async () => {
  const found = await asOwnerTakenBack(async (tx) => {
    await tx.execute(sql`update postings set amount = amount + 1 where n = 1 and asset_id = 1`);
    return verifyLog(tx);
  });
  expect(new Set(fields(found.findings))).toEqual(new Set(["postings.0.amount"]));
});

test.each([
  [
    "leaf_changed",
    sql`update log_leaves set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), '"amount":"', '"amount":"1'), 'UTF8') where index = 3`,
  ],
  [
    "root_differs",
    sql`update log_leaves set hash = sha256('\\000'::bytea || convert_to('{}', 'UTF8')), leaf = '{}' where index = 3`,
  ],
  ["leaf_missing", sql`delete from log_leaves where index = 3`],
  ["root_differs", sql`delete from log_leaves where index = (select max(index) from log_leaves)`],
  ["tile_changed", sql`insert into log_tiles values (0, 0, convert_to(repeat('x', 8192), 'UTF8'))`],
] as const)("a change of the log itself is found: %s", async (what, change) => {
  const { findings } = await asOwnerTakenBack(async (tx) => {
    await tx.execute(change);
    return verifyLog(tx);
  });
  expect(findings.map((finding) => finding.what)).toContain(what);
});
