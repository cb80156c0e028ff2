import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { formatCode } from "#app/domain/code.ts";
import { countDeliveries } from "#app/domain/overview/count-deliveries.server.ts";
import { labelBins } from "#app/domain/labels/for-bins.server.ts";
import { replaceLabel } from "#app/domain/labels/replace.server.ts";
import { findAnything } from "#app/domain/overview/find.server.ts";
import { goodsAtDock } from "#app/domain/overview/goods-at-dock.server.ts";
import { lastEntries } from "#app/domain/overview/last-entries.server.ts";
import { boxedMasks } from "#tests/support/boxes.ts";
import { announce } from "#tests/support/consignments.ts";
import { giveMoney, promise } from "#tests/support/gifts.ts";
import { opened } from "#tests/support/stocktake.ts";
import { askToWriteOff } from "#tests/support/write-offs.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const sendMasks = (world: World) =>
  createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: "1",
      plannedOn: "2022-04-01",
      lines: [{ itemId: world.mask.id, quantity: "10" }],
    }),
  );

test("the overview counts lots at the dock and deliveries by where they stand, within reach", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  await stockMasks(world, { quantity: "100" }, { quantity: "50" });
  await sendMasks(world);
  const auditor = world.actors.auditor;
  expect(await goodsAtDock(auditor)).toMatchObject([{ warehouse: "测试仓", lots: 2, since: "2022-03-14" }]);
  expect(await countDeliveries(auditor)).toMatchObject({ planned: 1, late: 1, dispatched: 0, different: 0 });
  expect(await lastEntries(auditor)).toMatchObject([
    { kind: "delivery.create", by: "warehouse_keeper" },
    { kind: "gift.receive-goods", documentKind: "gift" },
  ]);
  expect(await goodsAtDock(other.actors.auditor)).toEqual([]);
  expect(await countDeliveries(other.actors.auditor)).toMatchObject({ planned: 0 });
  expect(await lastEntries(other.actors.auditor)).toEqual([]);
});

test("numbers, names and a label's code are found, exact ones first, and nothing of others", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  await stockMasks(world, {});
  const gift = await giveMoney(world);
  await promise(world);
  const delivery = await sendMasks(world);
  const officer = world.actors.fund_officer;
  expect(await findAnything(officer, gift.number.toLowerCase())).toMatchObject([
    { kind: "gift", id: gift.id, exact: true },
  ]);
  const code = delivery.code.toLowerCase();
  expect(await findAnything(officer, code)).toMatchObject([{ kind: "delivery", id: delivery.id }]);
  const named = await findAnything(officer, "示例科技公司");
  expect(named[0]).toMatchObject({ kind: "donor", exact: true });
  expect((await findAnything(officer, "口罩")).map(({ kind }) => kind)).toEqual(["item"]);
  expect((await findAnything(officer, "潍坊")).map(({ kind }) => kind)).toEqual(["site"]);
  expect(await findAnything(other.actors.fund_officer, gift.number)).toEqual([]);
  expect(await findAnything(officer, "  ")).toEqual([]);
});

test("the warehouse's own documents are found by number, boxes and bins by any label they have or had", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const keeper = world.actors.warehouse_keeper;
  const { id: consignment, number } = await announce(world);
  const stocktake = await opened(world);
  const { codes, asset } = await boxedMasks(world, 1, 10);
  const writeOff = await askToWriteOff(world, asset);
  const [code = ""] = codes;
  const fresh = await replaceLabel(keeper, uuidv7(), { code, reason: "撕破了" });
  const warehouseId = world.warehouse.id;
  const bins = await labelBins(keeper, uuidv7(), { warehouseId, binIds: [world.bin.id] });
  const searches = [
    [number, { kind: "consignment", id: consignment }],
    [stocktake.number, { kind: "stocktake", id: stocktake.id }],
    [writeOff.number, { kind: "write-off", id: writeOff.id }],
    [code, { kind: "box", id: code, exact: true }],
    [formatCode(fresh.code), { kind: "box", id: fresh.code, exact: true }],
    [bins.codes[0]!, { kind: "bin", id: world.bin.id, label: "A-01" }],
  ] as const;
  for (const [typed, finding] of searches) {
    expect(await findAnything(world.actors.auditor, typed)).toMatchObject([finding]);
    expect((await findAnything(other.actors.auditor, typed)).filter(({ id }) => id === finding.id)).toEqual(
      [],
    );
  }
});
