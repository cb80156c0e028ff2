import { sql } from "drizzle-orm";
import postgres from "postgres";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { client, db, entries, postings } from "#db";
import { receiveMoney } from "#app/domain/gifts/receive-money.server.ts";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { CNY, post } from "#app/domain/ledger/post.server.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { recordPayment } from "#app/domain/payments/record.server.ts";
import { RecordPayment } from "#app/domain/payments/schema.ts";
import { testAppUrl, testOwnerUrl } from "#tests/support/database.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const money = (amount: string) =>
  ReceiveMoney.parse({ donor: "测试基金会", amount, receivedOn: "2022-03-14" });

const payment = (amount: string) =>
  RecordPayment.parse({
    kind: "purchase",
    payee: "测试供应商",
    purpose: "采购口罩",
    amount,
    paidOn: "2022-03-15",
  });

async function freeMoney(world: World): Promise<string | undefined> {
  const [row] = await db.execute<{ amount: string }>(sql`
    select b.amount from balances b join accounts a on a.id = b.account_id
    where a.organization_id = ${world.organizationId} and a.kind = 'fund'`);
  return row?.amount;
}

test.each([
  "update entries set kind = 'payment.record'",
  "delete from entries",
  "truncate entries cascade",
  "update postings set amount = 1",
  "delete from postings",
  "truncate postings",
])("the app's role may not: %s", async (statement) => {
  const world = await makeWorld();
  await receiveMoney(world.actors.fund_officer, uuidv7(), money("10"));
  await expect(client.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
});

test.each(["update entries set reason = 'x'", "delete from postings", "truncate postings"])(
  "even the owner is stopped by the trigger: %s",
  async (statement) => {
    const world = await makeWorld();
    await receiveMoney(world.actors.fund_officer, uuidv7(), money("10"));
    const owner = postgres(testOwnerUrl(), { max: 1 });
    await expect(owner.unsafe(statement)).rejects.toMatchObject({ constraint_name: "journal_append_only" });
    await owner.end();
  },
);

test("the app's role owns no table and is no superuser", async () => {
  const app = postgres(testAppUrl(), { max: 1 });
  const [row] = await app`
    select (select count(*)::int from pg_tables where tableowner = current_user) as tables,
           (select rolsuper or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user) as powers`;
  expect(row).toEqual({ tables: 0, powers: false });
  await app.end();
});

test("an entry without a posting does not commit", async () => {
  const world = await makeWorld();
  const { userId, organizationId, responseId } = world.actors.fund_officer;
  const write = db.insert(entries).values({
    id: uuidv7(),
    kind: "payment.record",
    organizationId,
    responseId,
    occurredAt: new Date(),
    occurredOn: "2022-03-14",
    actorKind: "user",
    actorId: userId,
    documentKind: "payment",
    documentId: uuidv7(),
  });
  await expect(write).rejects.toMatchObject({ cause: { constraint_name: "entry_has_posting" } });
});

test.each([0n, -1n])("the database refuses a posting of %s", async (amount) => {
  const world = await makeWorld();
  const gift = await receiveMoney(world.actors.fund_officer, uuidv7(), money("10"));
  const [leg] = await db
    .select()
    .from(postings)
    .where(sql`entry_id = ${gift.entryId}`);
  await expect(db.insert(postings).values({ ...leg!, n: 2, amount })).rejects.toMatchObject({
    cause: { constraint_name: "posting_amount_positive" },
  });
});

test("a fund never falls below zero, and the refusal says what there is", async () => {
  const world = await makeWorld();
  await receiveMoney(world.actors.fund_officer, uuidv7(), money("100"));
  await expect(recordPayment(world.actors.fund_officer, uuidv7(), payment("100.01"))).rejects.toMatchObject({
    code: "insufficient_money",
    params: { fund: "非定向", wantedFen: "10001", availableFen: "10000" },
  });
  expect(await freeMoney(world)).toBe("10000");
});

test("twenty payments at once out of money for ten: exactly ten succeed", async () => {
  const world = await makeWorld();
  await receiveMoney(world.actors.fund_officer, uuidv7(), money("100"));
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => recordPayment(world.actors.fund_officer, uuidv7(), payment("10"))),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  expect(await freeMoney(world)).toBe("0");
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("a reversal swaps the ends of every leg, happens once, and is refused when the money is gone", async () => {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  const gift = await receiveMoney(officer, uuidv7(), money("100"));
  const paid = await recordPayment(officer, uuidv7(), payment("60"));
  const takeBack = (entryId: string) => reverseEntry(officer, uuidv7(), { entryId, reason: "记错了" });
  await expect(takeBack(gift.entryId)).rejects.toMatchObject({ code: "insufficient_money" });

  const reversal = await takeBack(paid.entryId);
  const [was] = await db
    .select()
    .from(postings)
    .where(sql`entry_id = ${paid.entryId}`);
  const [is] = await db
    .select()
    .from(postings)
    .where(sql`entry_id = ${reversal.id}`);
  expect(is).toMatchObject({ fromAccount: was!.toAccount, toAccount: was!.fromAccount, amount: was!.amount });
  expect(await freeMoney(world)).toBe("10000");

  const again = await Promise.allSettled([takeBack(gift.entryId), takeBack(gift.entryId)]);
  expect(again.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(takeBack(paid.entryId)).rejects.toMatchObject({ code: "already_reversed" });
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("another organization's entry is not found", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const gift = await receiveMoney(world.actors.fund_officer, uuidv7(), money("100"));
  await expect(
    reverseEntry(other.actors.fund_officer, uuidv7(), { entryId: gift.entryId, reason: "不是我的" }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("verify finds a balance that was changed by hand", async () => {
  const world = await makeWorld();
  await receiveMoney(world.actors.fund_officer, uuidv7(), money("100"));
  const owner = postgres(testOwnerUrl(), { max: 1 });
  const changed = await owner`
    update balances set amount = amount + 1, value_fen = value_fen + 1
    where account_id in (select id from accounts where organization_id = ${world.organizationId}) returning account_id`;
  expect((await verifyLedger(db)).discrepancies).toMatchObject([
    { account: changed[0]!.account_id, asset: "1", kept: "10001", recomputed: "10000" },
  ]);
  await owner`update balances set amount = amount - 1, value_fen = value_fen - 1 where account_id = ${changed[0]!.account_id}`;
  await owner.end();
});

test("post refuses nothing silently: an unknown account is an error and leaves no entry", async () => {
  const world = await makeWorld();
  const { organizationId, responseId } = world.actors.fund_officer;
  const id = uuidv7();
  const entry = {
    id,
    kind: "payment.record" as const,
    organizationId,
    responseId,
    occurredAt: new Date(),
    document: { kind: "payment" as const, id: uuidv7() },
    postings: [{ from: 999_999_999n, to: 999_999_998n, asset: CNY, amount: 1n, valueFen: 1n }],
  };
  await expect(db.transaction((tx) => post(tx, world.actors.fund_officer, [entry]))).rejects.toThrow();
  const [found] = await db
    .select()
    .from(entries)
    .where(sql`id = ${id}`);
  expect(found).toBeUndefined();
});
