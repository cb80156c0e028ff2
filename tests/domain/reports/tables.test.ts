import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { handOverDelivery } from "#app/domain/deliveries/hand-over.server.ts";
import { HandOverDelivery } from "#app/domain/deliveries/schema.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { addDistributions, type DistributionRow, noDistributions } from "#app/domain/reports/distribution.ts";
import { distributionBatches, listDistributions } from "#app/domain/reports/distributions.server.ts";
import { everything, filterOf } from "#app/domain/reports/filter.ts";
import { queryOf } from "#app/domain/reports/filter-query.ts";
import { addReceipts, noReceipts, type ReceiptRow } from "#app/domain/reports/receipt.ts";
import { listReceipts, receiptBatches } from "#app/domain/reports/receipts.server.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";
import { callOff, give, pack, pay, send, signFor } from "./story.ts";

async function all<Row>(batches: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

const only = <Row extends { organization: string }>(rows: readonly Row[], tag: string): Row[] =>
  rows.filter(({ organization }) => organization.endsWith(tag));

test("every gift is a line; one taken back is a line below zero, and the period still adds up", async () => {
  const world = await makeWorld();
  await give(world, "501900", { restrictedTo: "航头镇" });
  const slip = await give(world, "77.77");
  await reverseEntry(world.actors.fund_officer, uuidv7(), { entryId: slip.entryId, reason: "记错" });
  await stockMasks(world, {
    quantity: "2",
    packName: "箱",
    packSize: "2000",
    unitValue: "0.6",
    lotNumber: "L1",
  });
  await stockMasks(world, { quantity: "7", valueBasis: "unvalued" });
  const rows = only(await all(receiptBatches(everything)), world.tag);
  expect(rows.map(({ valueFen, takenBack }) => [valueFen, takenBack])).toEqual(
    expect.arrayContaining([
      [50_190_000n, false],
      [7777n, false],
      [-7777n, true],
      [240_000n, false],
      [null, false],
    ]),
  );
  expect(addReceipts(noReceipts, rows)).toEqual({
    rows: 5,
    moneyFen: 50_190_000n,
    goodsFen: 240_000n,
    unvaluedRows: 1,
  });
  expect(rows.find(({ lotNumber }) => lotNumber === "L1")).toMatchObject({
    item: "医用外科口罩",
    quantity: 4000n,
    unit: "只",
    unitValueFen: 60n,
    valueBasis: "other_method",
    donor: null,
    donorKind: "organization",
  });
  expect(rows.find(({ restriction }) => restriction === "航头镇")).toMatchObject({
    kind: "money",
    on: "2022-03-15",
  });
});

test("the page's totals are those of its lines, whatever the filter", async () => {
  const world = await makeWorld();
  await give(world, "10", { receivedOn: "2021-01-05", restrictedTo: "金桥镇" });
  await give(world, "20", { receivedOn: "2021-01-06" });
  await give(world, "40", { receivedOn: "2021-01-07" });
  const totals = async (query: string) =>
    (await listReceipts(filterOf(new URLSearchParams(query)))).totals.moneyFen;
  expect(await totals("from=2021-01-01&to=2021-01-31")).toBe(7000n);
  expect(await totals("from=2021-01-06&to=2021-01-06")).toBe(2000n);
  expect(await totals("from=2021-01-01&to=2021-01-31&township=310115120")).toBe(1000n);
  const page = await listReceipts(everything);
  const rows: ReceiptRow[] = await all(receiptBatches(everything));
  expect(page.totals).toEqual(addReceipts(noReceipts, rows));
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_row, i) => i + 1));
});

test("a delivery is a line with its sources, its receipt and what is left; the receiver is a post", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "30", value: "30" }, { quantity: "70", value: "70" });
  const made = await pack(world, "50");
  await send(world, made.id);
  await signFor(made, { good: "40", damaged: "3", reason: "damaged_goods" });
  await handOverDelivery(
    world.actors.site_contact,
    uuidv7(),
    HandOverDelivery.parse({ deliveryId: made.id, households: "12", people: "30", handedOn: "2022-03-25" }),
  );
  const [row] = only(await all(distributionBatches(everything)), world.tag);
  expect(row).toMatchObject({
    number: made.number,
    quantity: 50n,
    valueFen: 5000n,
    receiver: "潍坊一村居委会",
    siteKind: "committee",
    good: 40n,
    short: 7n,
    damaged: 3n,
    households: 12,
    people: 30,
    receiverPost: "书记",
    restricted: "none",
    stockAfter: 50n,
    takenBack: false,
  });
  expect(row?.giftNumbers).toHaveLength(1);
});

test("what was called off on the road is taken back; what never left the store is no line", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "100", value: "100" });
  const onTheRoad = await pack(world, "30");
  await send(world, onTheRoad.id);
  await callOff(world, onTheRoad.id);
  await callOff(world, (await pack(world, "10")).id);
  const rows: DistributionRow[] = only(await all(distributionBatches(everything)), world.tag);
  expect(rows.map(({ quantity, valueFen, stockAfter }) => [quantity, valueFen, stockAfter])).toEqual([
    [30n, 3000n, 70n],
    [-30n, -3000n, 100n],
  ]);
});

test("payments are lines too; a body is named, a person is not", async () => {
  const world = await makeWorld();
  await give(world, "1000");
  await pay(world, "300.25");
  await pay(world, "100", { kind: "grant", payee: "赵六" });
  const rows = only(await all(distributionBatches(everything)), world.tag);
  expect(rows.map(({ kind, receiver, valueFen }) => [kind, receiver, valueFen])).toEqual([
    ["purchase", "示例医药有限公司", 30_025n],
    ["grant", null, 10_000n],
  ]);
  const page = await listDistributions(everything);
  expect(page.totals).toEqual(addDistributions(noDistributions, await all(distributionBatches(everything))));
});

test("a filter reads what it can and ignores the rest", () => {
  expect(filterOf(new URLSearchParams("from=2022-02-30&to=2022-03-01&township=x"))).toEqual({
    from: null,
    to: "2022-03-01",
    township: null,
  });
  expect(queryOf({ from: null, to: "2022-03-01", township: "310115004" })).toBe(
    "?to=2022-03-01&township=310115004",
  );
  expect(queryOf(everything)).toBe("");
});
