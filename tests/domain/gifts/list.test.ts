import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { giftFilterIn } from "#app/domain/gifts/filter.ts";
import { getGift } from "#app/domain/gifts/get.server.ts";
import { donorSuggestions, purposeSuggestions } from "#app/domain/gifts/form-choices.server.ts";
import { listGifts } from "#app/domain/gifts/list.server.ts";
import { listMoneyLedger } from "#app/domain/gifts/list-money-ledger.server.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { giveMoney, promise } from "#tests/support/gifts.ts";
import { keepBooksOfAnother } from "#tests/support/person.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";

test("the money ledger holds what came and what is still to come, in columns of their own", async () => {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  const pledge = await promise(world, { donor: "示例教育基金会", amount: "1万元", restrictedTo: "花木街道" });
  await giveMoney(world, { pledgeId: pledge.id, amount: "2500.5", donor: "", receiptNumber: "A-7" });
  const kept = await promise(world, { amount: "10" });
  await giveMoney(world, { pledgeId: kept.id, amount: "10" });
  const { rows, ...counts } = await listMoneyLedger(officer);
  expect(counts).toMatchObject({ total: 3, gifts: 2, pledges: 1 });
  const shown = rows.map(({ kind, donor, receivedFen, promisedFen, state, restriction }) => ({
    kind,
    donor,
    receivedFen,
    promisedFen,
    state,
    restriction,
  }));
  expect(shown).toContainEqual({
    kind: "gift",
    donor: "示例教育基金会",
    receivedFen: 250_050n,
    promisedFen: null,
    state: "received",
    restriction: "花木街道",
  });
  expect(shown).toContainEqual({
    kind: "pledge",
    donor: "示例教育基金会",
    receivedFen: null,
    promisedFen: 749_950n,
    state: "partial",
    restriction: "花木街道",
  });
  expect((await listMoneyLedger(officer, { q: "a-7" })).total).toBe(1);
  expect((await listMoneyLedger(officer, { from: "2022-04-01" })).total).toBe(2);
});

test("a reversed gift stays in the list, marked, with both entries in its history", async () => {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  const gift = await giveMoney(world);
  await reverseEntry(officer, uuidv7(), { entryId: gift.entryId, reason: "多记了一个零" });
  expect(await getGift(officer, gift.id)).toMatchObject({ reversed: true, amountFen: 100_000n });
  expect((await listMoneyLedger(officer)).rows).toMatchObject([{ state: "reversed" }]);
  const history = await listHistory(officer, gift.id);
  expect(history.map(({ action, by, reason }) => [action, by, reason])).toEqual([
    ["gift.receive-money", "fund_officer", null],
    ["entry.reverse", "fund_officer", "多记了一个零"],
  ]);
});

test("a gift of goods shows its lots, their value, and where each of them stands", async () => {
  const world = await makeWorld();
  await stockMasks(
    world,
    { quantity: "20", packName: "箱", packSize: "2000", value: "800", valueBasis: "voucher" },
    { quantity: "5", restrictedTo: "方舱医院" },
  );
  const { rows, total } = await listGifts(world.actors.auditor, { kind: "goods" });
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({
    amountFen: 80_000n,
    firstLine: { item: "医用外科口罩", unit: "只", quantity: 40_000n },
    lines: 2,
    unvaluedLines: 1,
    restriction: "方舱医院",
  });
  const { lots } = await getGift(world.actors.auditor, rows[0]!.id);
  expect(lots[0]).toMatchObject({ pack: { name: "箱", size: 2000n }, valueBasis: "voucher" });
  expect(lots[1]?.places).toMatchObject([{ kind: "dock", quantity: 5n }]);
});

test("what another organization received is out of reach; what one whose books we keep received is not", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const gift = await giveMoney(other);
  const officer = world.actors.fund_officer;
  expect((await listGifts(officer)).total).toBe(0);
  expect((await listMoneyLedger(officer)).total).toBe(0);
  await expect(getGift(officer, gift.id)).rejects.toMatchObject({ code: "not_found" });
  expect(await listHistory(officer, gift.id)).toEqual([]);
  expect(await donorSuggestions(officer)).toEqual([]);
  const { id, actor } = await keepBooksOfAnother(officer);
  const kept = await giveMoney(
    { ...world, actors: { ...world.actors, fund_officer: actor } },
    { organizationId: id },
  );
  expect((await listGifts(actor, { organizationId: id })).rows.map((row) => row.id)).toEqual([kept.id]);
  expect((await listGifts(officer)).total).toBe(0);
});

test("a search takes % and _ as they are, and a filter that cannot be read narrows nothing", async () => {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  await giveMoney(world);
  expect((await listGifts(officer, { q: "%" })).total).toBe(0);
  const filter = giftFilterIn(new URLSearchParams("from=2022-13-01&organizationId=1&kind=cows&q=科技"));
  expect(filter).toMatchObject({ from: null, organizationId: undefined, kind: undefined, q: "科技" });
  expect((await listGifts(officer, filter)).total).toBe(1);
});

test("purposes suggest what was asked for before, then the townships", async () => {
  const world = await makeWorld();
  await giveMoney(world, { restrictedTo: "采购防护服" });
  const purposes = await purposeSuggestions(world.actors.fund_officer);
  expect(purposes[0]).toBe("采购防护服");
  expect(purposes).toContain("花木街道");
  expect(purposes).toContain("方舱医院");
});
