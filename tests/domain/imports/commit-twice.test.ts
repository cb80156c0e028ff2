import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { commitImport } from "#app/domain/imports/commit.server.ts";
import { uploadWorkbook } from "#app/domain/imports/upload.server.ts";
import { makeWorld } from "#tests/support/world.ts";

test("two people committing the same file at once write it once", { timeout: 60_000 }, async () => {
  const world = await makeWorld();
  const bytes = await readFile("db/seed/case-2022/捐赠登记总表.xlsx");
  const drafts = await Promise.all(
    [world.actors.fund_officer, world.actors.administrator].map(async (actor) => ({
      actor,
      draft: await uploadWorkbook(actor, uuidv7(), { fileName: "捐赠登记总表.xlsx", mapping: {}, bytes }),
    })),
  );
  const both = await Promise.allSettled(
    drafts.map(({ actor, draft }) =>
      commitImport(actor, uuidv7(), { importId: draft.id, publishDonorNames: false }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "already_imported" });
  const [gifts] = await db.execute<{ count: number }>(sql`select count(*)::int as count from gifts`);
  expect(gifts?.count).toBe(150 + 246);
});
