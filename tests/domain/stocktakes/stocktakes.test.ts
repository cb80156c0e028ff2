import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { finishPicking } from "#app/domain/deliveries/finish-picking.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { startPicking } from "#app/domain/deliveries/start-picking.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { cancelStocktake } from "#app/domain/stocktakes/cancel.server.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { getBinSheet } from "#app/domain/stocktakes/get-sheet.server.ts";
import { listDifferences } from "#app/domain/stocktakes/list-differences.server.ts";
import { listStocktakes } from "#app/domain/stocktakes/list.server.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import {
  anotherBin,
  approve,
  count,
  heldAt,
  opened,
  shelve,
  shelvedWorld,
} from "#tests/support/stocktake.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

async function booksHold() {
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
}

const delivery = (world: World, quantity: string) =>
  createDelivery(
    world.actors.dispatcher,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: "1",
      lines: [{ itemId: world.mask.id, quantity }],
    }),
  );

async function countRows(stocktakeId: string) {
  const rows = await db.execute<{ asset: string; expected: string; counted: string }>(sql`
    select asset_id::text as asset, expected::text, counted::text from stocktake_counts
    where stocktake_id = ${stocktakeId} order by asset_id`);
  return rows.map(({ asset, expected, counted }) => [asset, expected, counted]);
}

async function entriesOf(documentId: string): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from entries where document_id = ${documentId}`,
  );
  return row!.n;
}

test("a shortage goes to the loss account of its reason and a find comes back, each with its share of the value", async () => {
  const { world, lots, account } = await shelvedWorld("300", "100", "50");
  const [short = "", more = "", same = ""] = lots;
  const { id } = await opened(world);
  await count(world.actors.dispatcher, id, account, { [short]: 100, [more]: 130, [same]: 50 });
  const reasons = [{ accountId: account, assetId: short, reason: "damaged", remark: "水浸" }] as const;
  const done = await approve(world, id, {
    reasons: [...reasons],
    restReason: "other",
    restRemark: "上次少记",
  });
  expect(done.differences).toBe(2);
  expect(await heldAt(account, short)).toEqual({ amount: 100n, valueFen: 334n });
  expect(await heldAt(account, more)).toEqual({ amount: 130n, valueFen: 1300n });
  expect(await heldAt(account, same)).toEqual({ amount: 50n, valueFen: 1000n });
  const legs = await db.execute<Record<string, string>>(sql`
    select f.kind as from_kind, f.name as from_name, t.kind as to_kind, t.name as to_name, p.amount::text, p.value_fen::text
    from postings p join accounts f on f.id = p.from_account join accounts t on t.id = p.to_account
    where p.entry_id = ${done.entryId} order by p.n`);
  expect(legs).toMatchObject([
    { from_kind: "bin", to_kind: "loss", to_name: "damaged", amount: "200", value_fen: "666" },
    { from_kind: "loss", from_name: "other", to_kind: "bin", amount: "30", value_fen: "300" },
  ]);
  expect(await listDifferences(world.actors.dispatcher, id)).toMatchObject([
    { assetId: short, reason: "damaged", remark: "水浸", expected: 300n, counted: 100n },
    { assetId: more, reason: "other", remark: "上次少记" },
  ]);
  await booksHold();
});

test("a lot that is not written down was not there, and one from elsewhere may be found", async () => {
  const { world, lots, account } = await shelvedWorld("40");
  const [gone = ""] = lots;
  const [atDock = ""] = await stockMasks(world, { quantity: "7" });
  const { id } = await opened(world);
  await count(world.actors.dispatcher, id, account, { [atDock]: 3 });
  expect(await countRows(id)).toEqual([
    [gone, "40", "0"],
    [atDock, "0", "3"],
  ]);
  await approve(world, id);
  expect(await heldAt(account, gone)).toEqual({ amount: 0n, valueFen: 0n });
  expect((await heldAt(account, atDock)).amount).toBe(3n);
  await booksHold();
});

test("goods set aside for a delivery still stand on the shelf until they are picked or leave", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { id } = await opened(world, { blind: false });
  const expected = async () =>
    (await getBinSheet(world.actors.dispatcher, id, account)).lots.find(({ assetId }) => assetId === lot)
      ?.expected;
  const planned = await delivery(world, "30");
  expect((await heldAt(account, lot)).amount).toBe(70n);
  expect(await expected()).toBe(100n);
  await db.execute(sql`update delivery_picks set picked = 10 where delivery_id = ${planned.id}`);
  expect(await expected()).toBe(90n);
  await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: planned.id });
  expect(await expected()).toBe(70n);
  await count(world.actors.dispatcher, id, account, { [lot]: 70 });
  expect((await approve(world, id)).entryId).toBeNull();
  expect(await entriesOf(id)).toBe(0);
});

test("more missing than is left in the books is refused by bin and lot, and changes nothing", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { id } = await opened(world);
  await count(world.actors.dispatcher, id, account, { [lot]: 20 });
  await delivery(world, "50");
  await expect(approve(world, id)).rejects.toMatchObject({
    code: "count_outdated",
    params: { bin: "A-01", missing: "80", held: "50" },
  });
  expect((await getStocktake(world.actors.fund_officer, id)).status).toBe("counting");
  expect(await heldAt(account, lot)).toEqual({ amount: 50n, valueFen: 500n });
  await count(world.actors.dispatcher, id, account, { [lot]: 60 });
  await approve(world, id);
  expect((await heldAt(account, lot)).amount).toBe(10n);
  await booksHold();
});

test("what moves between the count and its approval stays moved: only the difference is booked", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { id } = await opened(world);
  await count(world.actors.dispatcher, id, account, { [lot]: 95 });
  await delivery(world, "10");
  await approve(world, id);
  expect((await heldAt(account, lot)).amount).toBe(85n);
  await booksHold();
});

test("a bin that changed since the sheet was made is counted again", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { id } = await opened(world);
  const { since } = await getBinSheet(world.actors.dispatcher, id, account);
  await delivery(world, "5");
  expect(await refusalCode(count(world.actors.dispatcher, id, account, { [lot]: 100 }, { since }))).toBe(
    "bin_changed",
  );
  expect(await countRows(id)).toEqual([]);
  await count(world.actors.dispatcher, id, account, { [lot]: 99 });
  await count(world.actors.warehouse_keeper, id, account, { [lot]: 100 });
  expect(await countRows(id)).toEqual([[lot, "100", "100"]]);
  const { places } = await getStocktake(world.actors.fund_officer, id);
  expect(places).toMatchObject([{ bin: "A-01", rounds: 2, countedBy: "warehouse_keeper", differs: false }]);
});

test("a pick that was taken since the sheet was made is a change, too", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const planned = await delivery(world, "30");
  const { id } = await opened(world);
  const { since } = await getBinSheet(world.actors.dispatcher, id, account);
  await startPicking(world.actors.dispatcher, uuidv7(), { deliveryId: planned.id });
  await finishPicking(world.actors.dispatcher, uuidv7(), { deliveryId: planned.id });
  expect(await refusalCode(count(world.actors.dispatcher, id, account, { [lot]: 100 }, { since }))).toBe(
    "bin_changed",
  );
  await count(world.actors.dispatcher, id, account, { [lot]: 70 });
  expect(await countRows(id)).toEqual([[lot, "70", "70"]]);
});

test("a bin that is being picked is not counted until its goods are taken", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const planned = await delivery(world, "30");
  const { id } = await opened(world);
  await startPicking(world.actors.dispatcher, uuidv7(), { deliveryId: planned.id });
  await expect(count(world.actors.dispatcher, id, account, { [lot]: 100 })).rejects.toMatchObject({
    code: "bin_being_picked",
    params: { bin: "A-01", delivery: planned.number },
  });
  expect((await getStocktake(world.actors.auditor, id)).places[0]?.pickedFor).toBe(planned.number);
  expect(await countRows(id)).toEqual([]);
});

test("who counted does not approve, unless an emergency is written down", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { id } = await opened(world);
  const keeper = world.actors.warehouse_keeper;
  await count(keeper, id, account, { [lot]: 99 });
  expect(await refusalCode(approve(world, id, {}, keeper))).toBe("duties_apart");
  expect(await entriesOf(id)).toBe(0);
  await approve(world, id, { overrideReason: "封控，只有一个人" }, keeper);
  expect(await getStocktake(world.actors.auditor, id)).toMatchObject({
    status: "approved",
    approvedBy: "warehouse_keeper",
    overrideReason: "封控，只有一个人",
  });
  const other = await opened(world);
  await count(keeper, other.id, account, { [lot]: 99 });
  await approve(world, other.id, { overrideReason: "用不着" });
  expect((await getStocktake(world.actors.auditor, other.id)).overrideReason).toBeNull();
});

test("what a program counted, a program does not approve", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const { roles: _roles, kind: _kind, ...keeper } = world.actors.warehouse_keeper;
  const program = { ...keeper, kind: "token", tokenId: uuidv7(), roles: ["warehouse_keeper"] } as const;
  const { id } = await opened(world);
  await count(program, id, account, { [lots[0] ?? ""]: 100 });
  expect(await refusalCode(approve(world, id, {}, program))).toBe("duties_apart");
  await approve(world, id);
});

test("while a blind count is open, differences are for approvers who did not count", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { warehouse_keeper, dispatcher, fund_officer, auditor } = world.actors;
  const { id } = await opened(world);
  const [seen] = (await getBinSheet(warehouse_keeper, id, account)).lots;
  expect(seen).toMatchObject({ assetId: lot, expected: null });
  await count(warehouse_keeper, id, account, { [lot]: 99 });
  for (const blinded of [warehouse_keeper, dispatcher, auditor]) {
    expect(await refusalCode(listDifferences(blinded, id))).toBe("blind_count");
    expect(await getStocktake(blinded, id)).toMatchObject({ differences: null, places: [{ differs: null }] });
  }
  expect(await listDifferences(fund_officer, id)).toMatchObject([{ expected: 100n, counted: 99n }]);
  expect(await getStocktake(fund_officer, id)).toMatchObject({ differences: 1, places: [{ differs: true }] });
  await approve(world, id);
  expect(await listDifferences(warehouse_keeper, id)).toHaveLength(1);
});

test("an open count shows what the books say to whoever counts", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const { id } = await opened(world, { blind: false });
  await count(world.actors.dispatcher, id, account, { [lots[0] ?? ""]: 98 });
  expect((await getBinSheet(world.actors.dispatcher, id, account)).lots).toMatchObject([
    { expected: 100n, counted: 98n },
  ]);
  expect(await listDifferences(world.actors.dispatcher, id)).toHaveLength(1);
});

test("bins that nobody counted are left out only on purpose, and stay as they are", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { id } = await opened(world, { kind: "full" });
  expect(await refusalCode(approve(world, id, { leaveOut: true }))).toBe("bins_not_counted");
  await count(world.actors.dispatcher, id, account, { [lot]: 90 });
  await expect(approve(world, id)).rejects.toMatchObject({ code: "bins_not_counted", params: { count: 1 } });
  expect((await heldAt(account, lot)).amount).toBe(100n);
  await approve(world, id, { leaveOut: true });
  expect((await heldAt(account, lot)).amount).toBe(90n);
});

test("a difference without a reason, and a count that came after the approver looked, are refused", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { id } = await opened(world);
  await count(world.actors.dispatcher, id, account, { [lot]: 90 });
  await expect(approve(world, id, { restReason: null })).rejects.toMatchObject({
    code: "difference_unexplained",
    params: { bin: "A-01", item: "医用外科口罩" },
  });
  const { rounds } = await getStocktake(world.actors.fund_officer, id);
  await count(world.actors.dispatcher, id, account, { [lot]: 80 });
  expect(await refusalCode(approve(world, id, { rounds }))).toBe("stale");
  expect((await heldAt(account, lot)).amount).toBe(100n);
});

test("a bin is in one open count at a time", async () => {
  const { world } = await shelvedWorld("100");
  const first = await opened(world);
  expect(first.number).toMatch(/^PD-\d{4}-000001$/);
  await expect(opened(world, { kind: "full", binIds: [] })).rejects.toMatchObject({
    code: "bin_in_stocktake",
    params: { bin: "A-01", number: first.number },
  });
  await cancelStocktake(world.actors.warehouse_keeper, uuidv7(), { stocktakeId: first.id, reason: "选错了" });
  const second = await opened(world);
  expect(second.number).toMatch(/000002$/);
  const { rows, total } = await listStocktakes(world.actors.auditor, {});
  expect([total, rows.map(({ number, status }) => [number, status])]).toEqual([
    2,
    [
      [second.number, "counting"],
      [first.number, "cancelled"],
    ],
  ]);
});

test("a closed count takes no more counts, approvals or cancellations", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const { id } = await opened(world);
  await count(world.actors.dispatcher, id, account, { [lots[0] ?? ""]: 100 });
  await approve(world, id);
  const cancel = cancelStocktake(world.actors.warehouse_keeper, uuidv7(), {
    stocktakeId: id,
    reason: "晚了",
  });
  const late = [count(world.actors.dispatcher, id, account, {}), approve(world, id), cancel];
  expect(await Promise.all(late.map(refusalCode))).toEqual(Array(3).fill("stocktake_closed"));
});

test("each step sent twice with one request id is done once", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const [a, b, c] = [uuidv7(), uuidv7(), uuidv7()];
  const { id } = await opened(world, {}, a);
  expect((await opened(world, {}, a)).id).toBe(id);
  const { since } = await getBinSheet(world.actors.dispatcher, id, account);
  for (let time = 0; time < 2; time += 1)
    await count(world.actors.dispatcher, id, account, { [lot]: 90 }, { since, requestId: b });
  expect((await getStocktake(world.actors.auditor, id)).rounds).toBe(1);
  const answers = [];
  for (let time = 0; time < 2; time += 1)
    answers.push(await approve(world, id, {}, world.actors.fund_officer, c));
  expect(answers[0]).toEqual(answers[1]);
  expect((await heldAt(account, lot)).amount).toBe(90n);
});

test("what is another organization's is not found", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const stranger = await makeWorld();
  const { id } = await opened(world);
  const { warehouse_keeper, fund_officer } = stranger.actors;
  const { since } = await getBinSheet(world.actors.dispatcher, id, account);
  const mine = await opened(stranger);
  const work = [
    opened(stranger, { warehouseId: world.warehouse.id }),
    opened(stranger, { binIds: [world.bin.id] }),
    count(warehouse_keeper, id, account, {}, { since }),
    count(warehouse_keeper, mine.id, account, {}, { since }),
    count(warehouse_keeper, mine.id, `${stranger.bin.accountId}`, { [lots[0] ?? ""]: 1 }),
    approve(stranger, id),
    cancelStocktake(warehouse_keeper, uuidv7(), { stocktakeId: id, reason: "？" }),
    getStocktake(fund_officer, id),
    getBinSheet(fund_officer, id, account),
    listDifferences(fund_officer, id),
  ];
  expect(await Promise.all(work.map(refusalCode))).toEqual(Array(work.length).fill("not_found"));
  expect((await listStocktakes(fund_officer, {})).rows.map((row) => row.id)).toEqual([mine.id]);
});

test("counting while deliveries are made from the same bin: no count mixes two states", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { id } = await opened(world);
  for (let round = 0; round < 6; round += 1) {
    const { since } = await getBinSheet(world.actors.dispatcher, id, account);
    const [counted, made] = await Promise.all([
      refusalCode(count(world.actors.dispatcher, id, account, { [lot]: 100 }, { since })),
      refusalCode(delivery(world, "5")),
    ]);
    expect(made).toBe("done");
    expect(["done", "bin_changed"]).toContain(counted);
    const rows = await countRows(id);
    if (counted === "done") expect(rows).toEqual([[lot, "100", "100"]]);
  }
  await booksHold();
});

test("two people count one bin at once, and two approve at once: one result each", async () => {
  const { world, lots, account } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const { id } = await opened(world);
  const { since } = await getBinSheet(world.actors.dispatcher, id, account);
  await Promise.all([
    count(world.actors.dispatcher, id, account, { [lot]: 90 }, { since }),
    count(world.actors.warehouse_keeper, id, account, { [lot]: 90 }, { since }),
  ]);
  expect(await countRows(id)).toEqual([[lot, "100", "90"]]);
  const approvals = [approve(world, id), approve(world, id, {}, world.actors.administrator)];
  expect((await Promise.all(approvals.map(refusalCode))).sort()).toEqual(["done", "stocktake_closed"]);
  expect((await heldAt(account, lot)).amount).toBe(90n);
  expect(await entriesOf(id)).toBe(1);
  await booksHold();
});

test("two counts of the same bin opened at once: one is", async () => {
  const { world } = await shelvedWorld("100");
  const both = [opened(world), opened(world)];
  expect((await Promise.all(both.map(refusalCode))).sort()).toEqual(["bin_in_stocktake", "done"]);
});

test("goods at the dock are counted like those in a bin", async () => {
  const { world, lots } = await shelvedWorld("100");
  const [lot = ""] = lots;
  const bin = await anotherBin(world, "B-01");
  const [waiting = ""] = await stockMasks(world, { quantity: "8" });
  await shelve(world, [{ lot: waiting, binId: bin.id, quantity: "3" }]);
  const { id } = await opened(world, { kind: "full", binIds: [] });
  const dock = `${world.warehouse.dockAccountId}`;
  const { places } = await getStocktake(world.actors.dispatcher, id);
  expect(places.map((place) => [place.bin, place.accountId])).toEqual([
    [null, dock],
    ["A-01", `${world.bin.accountId}`],
    ["B-01", bin.account],
  ]);
  await count(world.actors.dispatcher, id, dock, { [waiting]: 4 });
  await count(world.actors.dispatcher, id, bin.account, { [waiting]: 4 });
  await count(world.actors.dispatcher, id, `${world.bin.accountId}`, { [lot]: 100 });
  await approve(world, id);
  expect((await heldAt(dock, waiting)).amount).toBe(4n);
  expect((await heldAt(bin.account, waiting)).amount).toBe(4n);
  await booksHold();
});
