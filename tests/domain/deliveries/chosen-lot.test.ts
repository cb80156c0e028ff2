import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test } from "vitest";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { listAvailable } from "#app/domain/stock/list-available.server.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

let world: World;
let sooner: string;
let later: string;

beforeEach(async () => {
  world = await makeWorld();
  [sooner = "", later = ""] = await stockMasks(
    world,
    { quantity: "100", expiresOn: "2099-01-01" },
    { quantity: "100", expiresOn: "2099-06-01" },
  );
});

const send = async (line: Record<string, string>) =>
  createDelivery(
    world.actors.dispatcher,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: "1",
      lines: [{ itemId: world.mask.id, quantity: "10", ...line }],
    }),
  );

test("a lot chosen by hand is taken instead of the first to expire, and the reason stays with the line", async () => {
  const { id } = await send({ lot: later, lotReason: "接收点要效期长的" });
  const { lines } = await getDelivery(world.actors.auditor, id);
  expect(lines[0]).toMatchObject({ pickReason: "接收点要效期长的" });
  expect(lines[0]?.picks.map(({ assetId }) => assetId)).toEqual([later]);
  const { lines: byRule } = await getDelivery(world.actors.auditor, (await send({})).id);
  expect(byRule[0]).toMatchObject({ pickReason: null });
  expect(byRule[0]?.picks.map(({ assetId }) => assetId)).toEqual([sooner]);
});

test("without a reason, or more than the lot has, it is refused", async () => {
  await expect(send({ lot: later })).rejects.toThrow("required");
  expect(await refusalCode(send({ lot: later, lotReason: "效期长", quantity: "101" }))).toBe(
    "insufficient_stock",
  );
});

test("what may not go there is not sent by naming it: expired, restricted elsewhere, another's", async () => {
  const [expired = "", restricted = ""] = await stockMasks(
    world,
    { expiresOn: "2022-03-20" },
    { restrictedTo: "金桥镇" },
  );
  const [theirs = ""] = await stockMasks(await makeWorld(), {});
  const chosen = (lot: string) => refusalCode(send({ lot, lotReason: "急用" }));
  expect(await chosen(expired)).toBe("lot_expired");
  expect(await chosen(restricted)).toBe("lot_not_for_site");
  expect(await chosen(theirs)).toBe("not_found");
});

test("the lots to choose from are those the rule would take, in its order", async () => {
  await stockMasks(world, { restrictedTo: "金桥镇" });
  const { items } = await listAvailable(world.actors.dispatcher, world.warehouse.id, world.site.id);
  expect(items[0]?.lots.map(({ asset }) => asset)).toEqual([sooner, later]);
});
