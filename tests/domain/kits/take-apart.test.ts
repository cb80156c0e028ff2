import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { putAway } from "#app/domain/stock/put-away.server.ts";
import { allBalances, assemble, give, heldBy, makeKitWorld, takeApart } from "#tests/support/kits.ts";

test("taken apart, each lot comes out as it went in, and no fen is left behind", async () => {
  const world = await makeKitWorld();
  await give(world, world.mask, { quantity: "65", value: "65.01", expiresOn: "2099-01-01" });
  await give(world, world.mask, { quantity: "35", value: "5", expiresOn: "2099-02-01" });
  await give(world, world.gel, { quantity: "10", value: "33.33" });
  const before = await allBalances(world);
  const { lots } = await assemble(world, "10");
  await takeApart(world, lots[0]!, "4");
  await takeApart(world, lots[2]!, "3");
  await takeApart(world, lots[1]!, "1");
  await takeApart(world, lots[0]!, "2");
  expect(await allBalances(world)).toEqual(before);
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});

test("in whatever steps kits go to bins and are taken apart, what went in comes out", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(fc.bigInt(0n, 999n), fc.bigInt(0n, 999n), fc.bigInt(0n, 99n)),
      fc.array(fc.tuple(fc.nat(2), fc.bigInt(1n, 4n), fc.boolean()), { maxLength: 6 }),
      async ([first, second, gelValue], steps) => {
        const world = await makeKitWorld();
        const fen = (value: bigint) => `${value / 100n}.${`${value % 100n}`.padStart(2, "0")}`;
        await give(world, world.mask, { quantity: "65", value: fen(first), expiresOn: "2099-01-01" });
        await give(world, world.mask, { quantity: "35", value: fen(second), expiresOn: "2099-02-01" });
        await give(world, world.gel, { quantity: "10", value: fen(gelValue) });
        const before = await allBalances(world);
        const { lots } = await assemble(world, "10");
        const quietly = (work: Promise<unknown>) => work.catch(() => {});
        for (const [lot, quantity, isMove] of steps) {
          const assetId = lots[lot] ?? "";
          if (isMove) {
            const line = { assetId, binId: world.bin.id, quantity };
            const input = { warehouseId: world.warehouse.id, lines: [line] };
            await quietly(putAway(world.actors.warehouse_keeper, uuidv7(), input));
          } else await quietly(takeApart(world, assetId, `${quantity}`));
        }
        for (const asset of lots) {
          for (const accountId of [`${world.warehouse.dockAccountId}`, `${world.bin.accountId}`]) {
            const kind = accountId === `${world.bin.accountId}` ? "bin" : "dock";
            const { amount } = await heldBy(world, asset, kind);
            if (amount > 0n) await takeApart(world, asset, `${amount}`, { accountId });
          }
        }
        expect(await allBalances(world)).toEqual(before);
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);

test("more than stands there, a lot that is no kit, and what is another organization's are refused", async () => {
  const [world, theirs] = [await makeKitWorld(), await makeKitWorld()];
  const masks = await give(world, world.mask, { quantity: "100" });
  await give(world, world.gel, { quantity: "10" });
  await give(theirs, theirs.mask, { quantity: "100" });
  await give(theirs, theirs.gel, { quantity: "10" });
  const { lots } = await assemble(world, "3");
  const other = await assemble(theirs, "1");
  const before = await allBalances(world);
  await expect(takeApart(world, lots[0]!, "4")).rejects.toMatchObject({
    code: "insufficient_stock",
    params: { item: "防疫包", wanted: "4", available: "3" },
  });
  await expect(takeApart(world, masks.lot, "1")).rejects.toMatchObject({ code: "not_found" });
  await expect(takeApart(world, other.lots[0]!, "1")).rejects.toMatchObject({ code: "not_found" });
  const elsewhere = { accountId: `${theirs.warehouse.dockAccountId}` };
  await expect(takeApart(world, lots[0]!, "1", elsewhere)).rejects.toMatchObject({ code: "not_found" });
  await expect(takeApart(world, lots[0]!, "1", { binId: theirs.bin.id })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await allBalances(world)).toEqual(before);
});

test("taking apart is taken back; two at once take no kit twice", async () => {
  const world = await makeKitWorld();
  await give(world, world.mask, { quantity: "50", value: "7.77" });
  await give(world, world.gel, { quantity: "5", value: "1" });
  const { lots } = await assemble(world, "5");
  const before = await allBalances(world);
  const apart = await takeApart(world, lots[0]!, "2");
  await reverseEntry(world.actors.administrator, uuidv7(), { entryId: apart.entryId, reason: "拆错" });
  expect(await allBalances(world)).toEqual(before);
  const both = await Promise.allSettled([takeApart(world, lots[0]!, "3"), takeApart(world, lots[0]!, "3")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await takeApart(world, lots[0]!, "2");
  expect(await heldBy(world, lots[0]!, "dock")).toEqual({ amount: 0n, valueFen: 0n });
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
});
