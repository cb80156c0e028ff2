import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import { db, labels, responses } from "#db";
import { judge } from "#app/domain/boxes/judge.ts";
import { known as knownFrom } from "#app/domain/boxes/known.ts";
import { apply } from "#app/domain/boxes/scan-act.ts";
import { scanData } from "#app/domain/boxes/scan-data.server.ts";
import { startOf } from "#app/domain/boxes/scan-context.ts";
import { startPicking } from "#app/domain/deliveries/start-picking.server.ts";
import { type LabelSubject, mintLabels } from "#app/domain/labels/mint.server.ts";
import { openStocktake } from "#app/domain/stocktakes/open.server.ts";
import { OpenStocktake } from "#app/domain/stocktakes/schema.ts";
import { boxedMasks, deliverMasks, keeperOf } from "#tests/support/boxes.ts";
import { announce, blankLabels } from "#tests/support/consignments.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});

const list = () => scanData(world.actors.warehouse_keeper, world.warehouse.id);
const mint = (subject: LabelSubject) => db.transaction((tx) => mintLabels(tx, world, [subject]));

describe("scanData", () => {
  test("another organization's warehouse is not found", async () => {
    const other = await makeWorld();
    expect(await refusalCode(scanData(world.actors.warehouse_keeper, other.warehouse.id))).toBe("not_found");
    await boxedMasks(other, 2);
    await blankLabels(other, 2);
    expect(await list()).toMatchObject({ boxes: [], blank: [], lots: [], elsewhere: [] });
  });

  test("boxes with what is in them, where they stand, and whose delivery they are for", async () => {
    const keeper = keeperOf(world);
    const { codes, asset } = await boxedMasks(world, 3);
    const delivery = await deliverMasks(world, 10);
    await keeper.pick(delivery.id, codes[0]!);
    const known = knownFrom(await list());
    const { dock, staging } = known.data.warehouse;
    expect(known.boxes.get(codes[0]!)).toEqual({
      code: codes[0],
      kind: "box",
      at: staging,
      in: [{ asset, quantity: "10" }],
      deliveryId: delivery.id,
    });
    expect(known.boxes.get(codes[1]!)).toEqual({
      code: codes[1],
      kind: "box",
      at: dock,
      in: [{ asset, quantity: "10" }],
    });
    expect(known.boxesAt.get(dock)).toBe(2);
    expect(known.deliveries.get(delivery.id)).toMatchObject({
      code: delivery.code,
      picking: true,
      picked: false,
      picks: [{ asset, from: dock, quantity: "10", taken: "10" }],
    });
  });

  test("labels: of bins and lots, blank ones, replaced ones with their successor", async () => {
    const { codes, asset } = await boxedMasks(world, 1);
    const [onBin] = await mint({ binId: world.bin.id });
    const [onLot] = await mint({ assetId: BigInt(asset) });
    const blank = await blankLabels(world, 2);
    const [successor] = await mint({});
    await db
      .update(labels)
      .set({ revokedAt: new Date(), revokedReason: "破了", replacedBy: successor })
      .where(eq(labels.code, blank[0]!));
    const found = await list();
    expect(found.bins).toMatchObject([{ name: world.bin.name, code: onBin }]);
    expect(found.lots).toMatchObject([{ asset, code: onLot, item: world.mask.name, unit: "只" }]);
    expect(found.blank.sort()).toEqual([blank[1], successor].sort());
    expect(found.revoked).toEqual([{ code: blank[0], by: successor }]);
    expect(found.boxes.map(({ code }) => code)).toEqual(codes);
  });

  test("labels of another emergency are known by its name", async () => {
    const responseId = uuidv7();
    await db
      .insert(responses)
      .values({ id: responseId, name: "另一次行动", nameEn: "Another", startsOn: "2021-01-01" });
    const [code] = await db.transaction((tx) =>
      mintLabels(tx, { organizationId: world.organizationId, responseId }, [{}]),
    );
    expect((await list()).elsewhere).toEqual([{ kind: "response", name: "另一次行动", codes: [code] }]);
  });

  test("consignments with their lines, and bins of open counts with the state a count is held against", async () => {
    const { id } = await announce(world);
    const input = { warehouseId: world.warehouse.id, kind: "cycle", binIds: [world.bin.id] };
    await openStocktake(world.actors.warehouse_keeper, uuidv7(), OpenStocktake.parse(input));
    const found = await list();
    expect(found.consignments).toMatchObject([{ id, boxes: 0, lines: [{ n: 1, counted: "0" }] }]);
    const account = `${world.bin.accountId}`;
    expect(found.stocktakes).toMatchObject([
      { blind: true, open: [account], counted: [], since: { [account]: "0x0" } },
    ]);
  });
});

test("what the phone makes of a scan is what the server's list says once the act is done", async () => {
  const keeper = keeperOf(world);
  const { codes } = await boxedMasks(world, 2);
  await mint({ binId: world.bin.id });
  const delivery = await deliverMasks(world, 14);
  await startPicking(world.actors.warehouse_keeper, uuidv7(), { deliveryId: delivery.id });
  const phone = knownFrom(await list());
  const picking = { ...startOf("pick"), deliveryId: delivery.id };
  const now = { last: null, now: 0 };
  const whole = judge(phone, picking, codes[0]!, now);
  if (whole.kind !== "right") throw new Error(whole.says.key);
  for (const act of whole.acts) apply(phone, act);
  await keeper.pick(delivery.id, codes[0]!);
  const part = judge(phone, picking, codes[1]!, now);
  if (part.kind !== "choose" || part.options[0]?.then?.kind !== "right") throw new Error(part.says.key);
  for (const act of part.options[0].then.acts) apply(phone, act);
  await keeper.pick(delivery.id, codes[1]!, "4");
  await keeper.load(delivery.id, codes[0]!);
  apply(phone, { verb: "box.load", input: { deliveryId: delivery.id, code: codes[0]! } });
  await keeper.move(codes[1]!, world.bin.id);
  apply(phone, { verb: "box.move", input: { code: codes[1]!, to: world.bin.id, reason: null } });
  const server = knownFrom(await list());
  expect(phone.boxes).toEqual(server.boxes);
  expect(phone.deliveries).toEqual(server.deliveries);
  expect([...phone.boxesAt].filter(([, n]) => n > 0)).toEqual([...server.boxesAt].filter(([, n]) => n > 0));
});
