import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { sumByPurpose, sumOfAll } from "#app/domain/funds/by-purpose.ts";
import { listFunds } from "#app/domain/funds/list.server.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { giveMoney, pay } from "#tests/support/gifts.ts";
import { makeWorld } from "#tests/support/world.ts";

test("received less spent is what is left, of each purpose and of all, also after corrections", async () => {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  await giveMoney(world, { amount: "1000" });
  const wrong = await giveMoney(world, { amount: "77" });
  await giveMoney(world, { amount: "500", restrictedTo: "花木街道" });
  await pay(world, { amount: "300" });
  const taken = await pay(world, { amount: "200", restrictedTo: "花木街道" });
  await reverseEntry(officer, uuidv7(), { entryId: wrong.entryId, reason: "重复" });
  await reverseEntry(officer, uuidv7(), { entryId: taken.entryId, reason: "没付" });
  const funds = await listFunds(officer);
  expect(funds).toMatchObject([
    { restriction: null, receivedFen: 100_000n, spentFen: 30_000n, leftFen: 70_000n },
    { restriction: "花木街道", receivedFen: 50_000n, spentFen: 0n, leftFen: 50_000n },
  ]);
  expect(sumOfAll(funds)).toEqual({ receivedFen: 150_000n, spentFen: 30_000n, leftFen: 120_000n });
  expect(await listFunds((await makeWorld()).actors.fund_officer)).toEqual([]);
});

test("funds of several organizations for one purpose are one line", () => {
  const fund = (restriction: string | null, leftFen: bigint, lastMovedOn: string | null) => ({
    restriction,
    receivedFen: leftFen,
    spentFen: 0n,
    leftFen,
    lastMovedOn,
  });
  const sums = sumByPurpose([
    fund(null, 1n, "2022-04-01"),
    fund("花木街道", 2n, null),
    fund(null, 4n, "2022-04-03"),
  ]);
  expect(sums).toEqual([fund(null, 5n, "2022-04-03"), fund("花木街道", 2n, null)]);
});
