import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db, gifts } from "#db";
import { lotsOfGifts } from "#app/domain/trace/lots.server.ts";
import { inAllStages, type Stage, stages } from "#app/domain/trace/stage.ts";
import { type Act, actKinds, RandomWarehouse } from "#tests/support/random-warehouse.ts";

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constant("receive" as const) },
    { weight: actKinds.length, arbitrary: fc.constantFrom(...actKinds) },
    { weight: 6, arbitrary: fc.constantFrom("deliver" as const, "dispatch" as const, "confirm" as const) },
  ),
  a: fc.nat(10_000),
  b: fc.nat(10_000),
  quantity: fc.integer({ min: 1, max: 40 }),
});

/** Every lot of every gift of the organization. */
async function allLots(organizationId: string) {
  const given = await db
    .select({ id: gifts.id })
    .from(gifts)
    .where(and(eq(gifts.organizationId, organizationId), eq(gifts.kind, "goods")));
  return [...(await lotsOfGifts(given.map(({ id }) => id))).values()].flat();
}

test("after any acts of a warehouse the stages of each lot add up to what was given, and none but losses is below zero", async () => {
  const seen = new Set<Stage>();
  let kits = 0n;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 300, maxLength: 300 }), async (acts) => {
      const warehouse = await RandomWarehouse.open();
      for (const each of acts) await warehouse.act(each, 0);
      for (const lot of await allLots(warehouse.world.organizationId)) {
        expect(inAllStages(lot.stages)).toBe(lot.given);
        for (const stage of stages) {
          if (stage !== "lost") expect(lot.stages[stage]).toBeGreaterThanOrEqual(0n);
          if (lot.stages[stage] > 0n) seen.add(stage);
        }
        kits += lot.inKits;
      }
    }),
    { numRuns: 1, endOnFailure: true, seed: 20220323 },
  );
  expect(seen.size).toBeGreaterThan(5);
  expect(kits).toBeGreaterThan(0n);
}, 60_000);
