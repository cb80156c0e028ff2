import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import postgres from "postgres";
import { db } from "#db";
import { addDays } from "#app/domain/disclosures/calendar.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { receiveMoney } from "#app/domain/gifts/receive-money.server.ts";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { verifyLog } from "#app/domain/log/verify.server.ts";
import { correctReport } from "#app/domain/publications/correct.server.ts";
import { getPublication, listPublications } from "#app/domain/publications/get.server.ts";
import { getPublishedFile } from "#app/domain/publications/get-file.server.ts";
import { publishReport } from "#app/domain/publications/publish.server.ts";
import { CorrectReport, PublishReport } from "#app/domain/publications/schema.ts";
import { testOwnerUrl } from "#tests/support/database.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const may = PublishReport.parse({ periodFrom: "2022-05-01", periodTo: "2022-05-31" });

const give = (world: World, amount: string) =>
  receiveMoney(
    world.actors.fund_officer,
    uuidv7(),
    ReceiveMoney.parse({ donor: "某公司", amount, receivedOn: "2022-05-08" }),
  );

async function reported() {
  const world = await makeWorld();
  const gift = await give(world, "1060");
  await stockMasks(world, { quantity: "50" });
  const first = await publishReport(world.actors.fund_officer, uuidv7(), may);
  return { world, gift, first, officer: world.actors.fund_officer };
}

const correct = (
  world: World,
  publicationId: string,
  correction = "5月8日一笔误写为 1,060 元，应为 10,600 元",
) => correctReport(world.actors.fund_officer, uuidv7(), { publicationId, correction });

async function fileText(world: World, version: number, name: string) {
  const file = await getPublishedFile({ organization: world.organizationId, issue: 1, version }, name);
  return file!.bytes.toString("utf8");
}

test("a correction is a next version with its note; the first stays as it was; both are in the log", async () => {
  const { world, gift, first, officer } = await reported();
  const before = await fileText(world, 1, "receipts.csv");
  await reverseEntry(officer, uuidv7(), { entryId: gift.entryId, reason: "录入少一个零" });
  await give(world, "10600");
  const second = await correct(world, first.id);
  expect(second).toMatchObject({ issue: 1, version: 2 });

  const latest = await getPublication(world.organizationId, 1);
  expect(latest).toMatchObject({ version: 2, latest: 2, correction: expect.stringContaining("10,600") });
  expect(latest.changes?.find(({ name }) => name === "moneyReceived")).toEqual({
    name: "moneyReceived",
    before: 106_000n,
    after: 1_060_000n,
  });
  const old = await getPublication(world.organizationId, 1, 1);
  expect(old).toMatchObject({ version: 1, latest: 2, correction: null });
  expect(old.figures.receipts.moneyFen).toBe(106_000n);
  expect(await fileText(world, 1, "receipts.csv")).toBe(before);
  expect(await fileText(world, 2, "report.html")).toContain("更正说明（第 2 版）");

  const leaves = await db.execute<{ id: string }>(sql`
    select subject_id as id from log_leaves where kind = 'publication' and subject_id in (${first.id}, ${second.id})`);
  expect(leaves).toHaveLength(2);
  expect((await verifyLog(db)).findings).toEqual([]);
});

test("what is booked later changes no published figure", async () => {
  const { world } = await reported();
  await give(world, "999");
  const again = await publishReport(world.actors.fund_officer, uuidv7(), may);
  expect(again.issue).toBe(2);
  expect((await getPublication(world.organizationId, 1)).figures.receipts.moneyFen).toBe(106_000n);
  expect((await getPublication(world.organizationId, 2)).figures.receipts.moneyFen).toBe(205_900n);
});

test("a correction needs its reason, and corrects the latest version", async () => {
  const { world, first } = await reported();
  expect(CorrectReport.safeParse({ publicationId: first.id, correction: "  " }).success).toBe(false);
  await correct(world, first.id);
  expect(await refusalCode(correct(world, first.id))).toBe("report_corrected");
});

test("days that are not over are not published", async () => {
  const { world, officer } = await reported();
  for (const periodTo of [todayInShanghai(), addDays(todayInShanghai(), 3)]) {
    const input = PublishReport.parse({ periodFrom: "2022-05-01", periodTo });
    expect(await refusalCode(publishReport(officer, uuidv7(), input))).toBe("period_open");
  }
  expect(await listPublications(world.organizationId)).toHaveLength(1);
});

test("books that do not balance are not published", async () => {
  const { world, officer } = await reported();
  const owner = postgres(testOwnerUrl(), { max: 1 });
  try {
    await owner`
      update balances set amount = amount - 1, value_fen = value_fen - 1
      where asset_id = 1 and account_id in (select account_id from funds where organization_id = ${world.organizationId})`;
  } finally {
    await owner.end();
  }
  expect(await refusalCode(publishReport(officer, uuidv7(), may))).toBe("does_not_balance");
  expect(await listPublications(world.organizationId)).toHaveLength(1);
});

test("two at once get two numbers, the same request twice gets one", async () => {
  const { world, officer } = await reported();
  const both = await Promise.all([
    publishReport(officer, uuidv7(), may),
    publishReport(world.actors.administrator, uuidv7(), may),
  ]);
  expect(both.map(({ issue }) => issue).sort()).toEqual([2, 3]);
  const requestId = uuidv7();
  const [one, same] = await Promise.all([
    publishReport(officer, requestId, may),
    publishReport(officer, requestId, may),
  ]);
  expect(one).toEqual(same);
  expect(await listPublications(world.organizationId)).toHaveLength(4);
});

test("only officers publish, and nobody corrects another organization's report", async () => {
  const { world, first } = await reported();
  expect(await refusalCode(publishReport(world.actors.dispatcher, uuidv7(), may))).toBe("forbidden");
  const other = await makeWorld();
  expect(await refusalCode(correct(other, first.id))).toBe("not_found");
});

test("the database refuses to change what was published", async () => {
  const { first } = await reported();
  await expect(db.execute(sql`update publications set issue = 9 where id = ${first.id}`)).rejects.toThrow();
  await expect(
    db.execute(sql`delete from publication_files where publication_id = ${first.id}`),
  ).rejects.toThrow();
});
