import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db";
import { candidatesFor, lockEnough } from "#app/domain/stock/candidates.server.ts";
import { pick } from "#app/domain/stock/pick.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 30 }).map(String),
  expiresOn: fc.constantFrom("", "2022-03-20", "2099-01-01", "2099-06-01"),
  restrictedTo: fc.constantFrom("", "潍坊新村街道", "花木街道", "方舱医院", "居委会", "只给老人"),
});

test("the few lots that are locked are the very ones the rule takes from all of them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.bigInt({ min: 1n, max: 120n }),
      fc.boolean(),
      async (lines, wanted, field) => {
        const world = await makeWorld();
        await stockMasks(world, ...lines);
        const site = field ? world.fieldHospital : world.site;
        const to = { siteId: site.id, siteKind: site.kind, townshipCode: site.townshipCode };
        const day = "2022-05-10";
        const { mask, warehouse } = world;
        await db.transaction(async (tx) => {
          const all = await candidatesFor(tx, warehouse, [mask.id], { lock: true });
          const need = { wanted: new Map([[mask.id, wanted]]), to, day };
          const few = await lockEnough(tx, warehouse, need);
          const picking = pick(all.get(mask.id) ?? [], wanted, to, day);
          expect(pick(few.get(mask.id) ?? [], wanted, to, day)).toEqual(picking);
          expect(few.get(mask.id) ?? []).toHaveLength(picking.picks.length);
        });
      },
    ),
    { numRuns: 60 },
  );
});
