import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import type { MemberActor } from "#app/domain/actor.ts";
import { commitImport } from "#app/domain/imports/commit.server.ts";
import { getImport, importProgress } from "#app/domain/imports/get.server.ts";
import { uploadWorkbook } from "#app/domain/imports/upload.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { makeWorld } from "#tests/support/world.ts";

const folder = "db/seed/case-2022";

async function importFile(actor: MemberActor, fileName: string): Promise<{ id: string; rows: number }> {
  const bytes = await readFile(`${folder}/${fileName}`);
  const draft = await uploadWorkbook(actor, uuidv7(), { fileName, mapping: {}, bytes });
  return commitImport(actor, uuidv7(), { importId: draft.id, publishDonorNames: true });
}

async function held(organizationId: string, kinds: string[]) {
  const [row] = await db.execute<{ amount: string; valueFen: string }>(sql`
    select coalesce(sum(b.amount), 0)::text as amount, coalesce(sum(b.value_fen), 0)::text as "valueFen"
    from balances b join accounts a on a.id = b.account_id
    join organizations o on o.id = a.organization_id
    where (o.id = ${organizationId} or o.books_kept_by = ${organizationId})
      and a.kind = any(${sql.param(kinds)}::text[])`);
  return row!;
}

test(
  "the case of 2022 replays from its workbooks and adds up to the published figures",
  { timeout: 120_000 },
  async () => {
    const world = await makeWorld();
    const actor = world.actors.fund_officer;
    const gifts = await importFile(actor, "捐赠登记总表.xlsx");
    expect(gifts.rows).toBe(159 + 246);
    expect(await importProgress(actor, gifts.id)).toMatchObject({
      status: "committed",
      done: 405,
      total: 405,
    });
    expect(await held(world.organizationId, ["fund"])).toMatchObject({ amount: "3639190000" });
    expect(await held(world.organizationId, ["bin", "dock"])).toMatchObject({ valueFen: "2107970000" });

    await importFile(actor, "资金支出登记表.xlsx");
    expect(await held(world.organizationId, ["fund"])).toMatchObject({
      amount: `${3639190000 - 2297560000}`,
    });

    await importFile(actor, "发放登记表.xlsx");
    expect(await held(world.organizationId, ["bin", "dock", "staging", "delivery"])).toMatchObject({
      valueFen: "2950000",
    });
    expect(await held(world.organizationId, ["site", "dispute"])).toMatchObject({ valueFen: "2105020000" });
    const left = await db.execute<{ item: string; amount: string }>(sql`
    select i.name as item, sum(b.amount)::text as amount
    from balances b join source_lots l on l.asset_id = b.asset_id join items i on i.id = l.item_id
    join accounts a on a.id = b.account_id
    where a.organization_id = ${world.organizationId} and a.kind = 'bin' and b.value_fen > 0 group by 1`);
    expect([...left]).toEqual([{ item: "毛毯", amount: "590" }]);
    expect((await verifyLedger(db)).discrepancies).toEqual([]);

    await expect(importFile(actor, "发放登记表.xlsx")).rejects.toMatchObject({ code: "already_imported" });
  },
);

test("a hand-out larger than the stock is reported by row, and nothing is written", async () => {
  const world = await makeWorld();
  const actor = world.actors.fund_officer;
  const bytes = await readFile(`${folder}/发放登记表.xlsx`);
  const draft = await uploadWorkbook(actor, uuidv7(), { fileName: "发放登记表.xlsx", mapping: {}, bytes });
  const { summary } = await getImport(actor, draft.id);
  expect(summary).toMatchObject({ accepted: 0, problems: 497 });
  expect(summary.sheets[0]?.problems[0]).toMatchObject({
    row: 4,
    code: "stock_short",
    params: { item: "饮用水", wanted: "1511", available: "0" },
  });
  await expect(
    commitImport(actor, uuidv7(), { importId: draft.id, publishDonorNames: false }),
  ).rejects.toMatchObject({ code: "import_has_problems" });
  expect(await held(world.organizationId, ["site", "bin", "fund"])).toEqual({ amount: "0", valueFen: "0" });
});

test("a workbook of another organization is not found", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const bytes = await readFile(`${folder}/物资需求问卷.xlsx`);
  const actor = world.actors.fund_officer;
  const draft = await uploadWorkbook(actor, uuidv7(), { fileName: "物资需求问卷.xlsx", mapping: {}, bytes });
  await expect(getImport(other.actors.fund_officer, draft.id)).rejects.toMatchObject({ code: "not_found" });
});
