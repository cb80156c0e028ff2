import { expect, test } from "vitest";
import { getBoard } from "#app/domain/board/get.server.ts";
import { getBox } from "#app/domain/boxes/get.server.ts";
import { listBoxes } from "#app/domain/boxes/list.server.ts";
import { announce, blankLabels, check, receive } from "#tests/support/consignments.ts";
import { keeperOf } from "#tests/support/boxes.ts";
import { makeWorld } from "#tests/support/world.ts";

test("a box that was counted at the door says as what, and only boxes nobody looked into are unknown", async () => {
  const world = await makeWorld();
  const { auditor } = world.actors;
  const { id } = await announce(world);
  const [counted = "", unknown = "", pallet = ""] = await blankLabels(world, 3);
  await receive(world, id, counted);
  await receive(world, id, unknown, { line: null, quantity: null, note: "没有单子" });
  await receive(world, id, pallet, { kind: "pallet", line: null, quantity: null });
  await keeperOf(world).nest(counted, pallet);

  const as = { item: "医用外科口罩", unit: "只", quantity: 100n };
  expect(await getBox(auditor, counted)).toMatchObject({ contents: [], counted: as });
  expect((await getBox(auditor, pallet)).boxes).toEqual([{ code: counted, contents: [], counted: as }]);
  expect((await getBox(auditor, unknown)).counted).toBeNull();
  const codesOf = async (filter: { unknown?: boolean; q?: string }) =>
    (await listBoxes(auditor, filter)).rows.map(({ code }) => code);
  expect(await codesOf({ unknown: true })).toEqual([unknown]);
  expect(await codesOf({ q: "口罩" })).toEqual([counted]);
  const [onIt] = (await listBoxes(auditor)).rows.filter(({ code }) => code === pallet);
  expect(onIt).toMatchObject({ kind: "pallet", stacked: 1 });
  expect((await getBoard(auditor, world.warehouse.id)).waiting.unknownBoxes).toBe(1);

  await check(world, id);
  const { contents, counted: now } = await getBox(auditor, counted);
  expect(contents).toMatchObject([{ item: "医用外科口罩", quantity: 100n }]);
  expect(now).toBeNull();
});
