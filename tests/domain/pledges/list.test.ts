import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { receiveGoods } from "#app/domain/gifts/receive-goods.server.ts";
import { ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { getPledge } from "#app/domain/pledges/get.server.ts";
import { countOverduePledges, listPledges } from "#app/domain/pledges/list.server.ts";
import { withdrawPledge } from "#app/domain/pledges/withdraw.server.ts";
import { giveMoney, promise } from "#tests/support/gifts.ts";
import { makeWorld } from "#tests/support/world.ts";

test("a promise of money is open, partly here, wholly here, and open again when the gift is reversed", async () => {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  const pledge = await promise(world);
  const state = async () => (await getPledge(officer, pledge.id)).state;
  expect(await state()).toBe("open");
  const first = await giveMoney(world, { pledgeId: pledge.id, amount: "400", donor: "" });
  expect(await state()).toBe("partial");
  const second = await giveMoney(world, { pledgeId: pledge.id, amount: "600", donor: "" });
  expect(await getPledge(officer, pledge.id)).toMatchObject({
    state: "arrived",
    receivedFen: 100_000n,
    gifts: 2,
  });
  await reverseEntry(officer, uuidv7(), { entryId: second.entryId, reason: "记错了" });
  expect(await getPledge(officer, pledge.id)).toMatchObject({
    state: "partial",
    receivedFen: 40_000n,
    gifts: 1,
  });
  await reverseEntry(officer, uuidv7(), { entryId: first.entryId, reason: "记错了" });
  expect(await state()).toBe("open");
});

test("past its date a promise is overdue by so many days, and a withdrawn one is not", async () => {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  const pledge = await promise(world, { dueOn: "2022-04-01" });
  await promise(world, { dueOn: "2999-01-01" });
  const { rows } = await listPledges(officer, { states: ["overdue"] });
  expect(rows.map(({ id }) => id)).toEqual([pledge.id]);
  expect(rows[0]?.daysOverdue).toBeGreaterThan(365);
  expect(await countOverduePledges(officer)).toBe(1);
  await withdrawPledge(officer, uuidv7(), { pledgeId: pledge.id, reason: "不捐了" });
  expect(await countOverduePledges(officer)).toBe(0);
  expect(await getPledge(officer, pledge.id)).toMatchObject({
    state: "withdrawn",
    withdrawnReason: "不捐了",
  });
});

test("a promise of goods has come when every item has", async () => {
  const world = await makeWorld();
  const keeper = world.actors.warehouse_keeper;
  const pledge = await promise(world, {
    kind: "goods",
    lines: [
      { item: "医用外科口罩", unit: "只", quantity: "1000" },
      { item: "消毒水", unit: "桶", quantity: "20" },
    ],
  });
  const bring = (...lines: { item: string; unit: string; quantity: string }[]) =>
    receiveGoods(
      keeper,
      uuidv7(),
      ReceiveGoods.parse({
        warehouseId: world.warehouse.id,
        receivedOn: "2022-04-01",
        pledgeId: pledge.id,
        lines,
      }),
    );
  await bring({ item: "医用外科口罩", unit: "只", quantity: "1000" });
  expect((await getPledge(keeper, pledge.id)).state).toBe("partial");
  await bring({ item: "消毒水", unit: "桶", quantity: "12" }, { item: "消毒水", unit: "桶", quantity: "8" });
  const { state, lines } = await getPledge(keeper, pledge.id);
  expect(state).toBe("arrived");
  expect(lines.map(({ promised, received }) => [promised, received])).toEqual([
    [1000n, 1000n],
    [20n, 20n],
  ]);
});

test("another organization's promise is neither listed nor found, and no id at all is not found", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const pledge = await promise(other);
  const officer = world.actors.fund_officer;
  expect((await listPledges(officer)).total).toBe(0);
  await expect(getPledge(officer, pledge.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getPledge(officer, "42")).rejects.toMatchObject({ code: "not_found" });
});
