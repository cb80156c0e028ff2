import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { readBasis } from "#app/domain/deliveries/basis.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { getRegister } from "#app/domain/registers/get.server.ts";
import { findHandOver } from "#app/domain/reports/find-paper.server.ts";
import { listRegisters } from "#app/domain/registers/list.server.ts";
import { heldBy } from "#tests/support/kits.ts";
import { atSiteWorld, close, countRows, household, openAt, write } from "#tests/support/registers.ts";
import { bringBack } from "#tests/support/returns.ts";

const twoHouseholdsAndAGroup = [
  household(),
  household({ building: "5号楼", people: "3" }),
  household({
    building: "5号楼",
    group: "elderly",
    households: "0",
    people: "4",
    shares: [{ n: 1, quantity: 20 }],
  }),
];

test("a register is written, counted back and closed: its people, groups and goods are one hand-over", async () => {
  const { world, delivery } = await atSiteWorld();
  const auditor = world.actors.auditor;
  const { id, number } = await openAt(world, delivery.id);
  expect(number).toMatch(/^DJ-\d{4}-000001$/);
  await write(world, id, twoHouseholdsAndAGroup);
  expect((await getRegister(auditor, id)).lines).toMatchObject([{ planned: 40n, given: 0n, atSite: 60n }]);
  await countRows(world, id, [10, 0, null]);
  await expect(close(world, id, 10)).rejects.toMatchObject({
    code: "register_uncounted",
    params: { number, count: 1 },
  });
  await countRows(world, id, [null, null, 20]);
  const closed = await close(world, id, 30);
  expect(closed.handOverNumber).toMatch(/^RH-2022-000001$/);
  const { handOvers, lines } = await getDelivery(auditor, delivery.id);
  expect(lines).toMatchObject([{ good: 60n, handedOver: 30n }]);
  // The second household did not come: it is not among those reached.
  expect(handOvers).toMatchObject([
    {
      households: 1,
      people: 6,
      handedOn: "2022-04-04",
      note: null,
      registerId: id,
      registerNumber: number,
      groups: [{ group: "elderly", people: 4 }],
    },
  ]);
  // In public one household is not told apart from four.
  const inPublic = (await findHandOver(closed.handOverNumber)).filter(
    ({ deliveryNumber, organization }) =>
      deliveryNumber === delivery.number && organization.endsWith(world.tag),
  );
  expect(inPublic).toMatchObject([{ households: "few", people: 6 }]);
  expect(readBasis(handOvers[0]!.basis)).toEqual({ basis: "groups_first", words: "独居老人先发" });
  const asset = lines[0]!.picks[0]!.assetId;
  expect((await heldBy(world, asset, "site")).amount).toBe(30n);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("a difference between the rows and the pile is refused until somebody says why", async () => {
  const { world, delivery } = await atSiteWorld();
  const { id } = await openAt(world, delivery.id);
  await write(world, id, [household(), household()]);
  await countRows(world, id, [10, 10]);
  await expect(close(world, id, 22)).rejects.toMatchObject({
    code: "register_difference",
    params: { item: "医用外科口罩", unit: "只", rows: "20", handedOut: "22" },
  });
  expect((await getDelivery(world.actors.auditor, delivery.id)).handOvers).toEqual([]);
  await expect(close(world, id, 61, "多发")).rejects.toMatchObject({ code: "more_than_left" });
  await close(world, id, 22, "两只落在雨里，没有发");
  const register = await getRegister(world.actors.auditor, id);
  expect(register.handOver).toMatchObject({ households: 2, people: 4, note: "两只落在雨里，没有发" });
  expect(register.lines).toMatchObject([{ planned: 20n, given: 20n, atSite: 38n }]);
  await expect(countRows(world, id, [9])).rejects.toMatchObject({ code: "register_closed" });
  await expect(write(world, id, [household()])).rejects.toMatchObject({ code: "register_closed" });
  await expect(close(world, id, 20)).rejects.toMatchObject({ code: "register_closed" });
});

test("what is left goes to a second round, and what is left then goes back", async () => {
  const { world, delivery } = await atSiteWorld();
  for (const [round, quantity] of [
    [1, 30],
    [2, 20],
  ] as const) {
    const { id, number } = await openAt(world, delivery.id);
    expect(number).toMatch(new RegExp(`-00000${round}$`));
    await write(world, id, [household()]);
    await countRows(world, id, [quantity]);
    await close(world, id, quantity);
  }
  await bringBack(world, delivery.id, "10");
  const { rows } = await listRegisters(world.actors.auditor, { deliveryId: delivery.id });
  expect(rows.map(({ counted, rows: all, people }) => [counted, all, people])).toEqual([
    [1, 1, 2],
    [1, 1, 2],
  ]);
  const [line] = (await getDelivery(world.actors.auditor, delivery.id)).lines;
  expect(line).toMatchObject({ handedOver: 50n, returned: 10n });
});

test("rows stay as they are once counting has begun; one that nobody got anything by is not closed", async () => {
  const { world, delivery } = await atSiteWorld();
  const { id, number } = await openAt(world, delivery.id);
  await expect(close(world, id, 0)).rejects.toMatchObject({ code: "register_nobody" });
  await write(world, id, [household(), household({ building: "9号楼" })]);
  await expect(countRows(world, id, [10, 10, 10])).rejects.toMatchObject({
    code: "invalid",
    params: { fields: { "rows.2.given.0.quantity": "row_unknown" } },
  });
  expect((await getRegister(world.actors.auditor, id)).lines[0]?.given, "nothing of it").toBe(0n);
  await countRows(world, id, [0, 0]);
  await expect(write(world, id, [household()])).rejects.toMatchObject({
    code: "register_counted",
    params: { number },
  });
  await expect(close(world, id, 0)).rejects.toMatchObject({ code: "register_nobody" });
});

test("a line the delivery does not have is told beside its row, and what was written before stays", async () => {
  const { world, delivery } = await atSiteWorld();
  const { id } = await openAt(world, delivery.id);
  await write(world, id, [household()]);
  const wrong = household({ shares: [{ n: "7", quantity: "1" }] });
  await expect(write(world, id, [household(), wrong])).rejects.toMatchObject({
    code: "invalid",
    params: { fields: { "rows.1.shares.0.n": "line_unknown" } },
  });
  expect((await getRegister(world.actors.auditor, id)).rows).toHaveLength(1);
});

test("the same request is answered once; another body under its id is refused, also when only a name differs", async () => {
  const { world, delivery } = await atSiteWorld();
  const { id } = await openAt(world, delivery.id);
  const requestId = uuidv7();
  const first = await write(world, id, [household({ name: "甲" })], requestId);
  expect(await write(world, id, [household({ name: "甲" })], requestId)).toEqual(first);
  await expect(write(world, id, [household({ name: "乙" })], requestId)).rejects.toMatchObject({
    code: "request_reused",
  });
});

test("another organization's register reads as none", async () => {
  const [mine, theirs] = [await atSiteWorld(), await atSiteWorld()];
  const { id } = await openAt(theirs.world, theirs.delivery.id);
  await expect(getRegister(mine.world.actors.administrator, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(write(mine.world, id, [household()])).rejects.toMatchObject({ code: "not_found" });
  await expect(openAt(mine.world, theirs.delivery.id)).rejects.toMatchObject({ code: "not_found" });
});
