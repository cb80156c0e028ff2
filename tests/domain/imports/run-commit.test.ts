import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import * as xlsx from "xlsx";
import { db, gifts } from "#db";
import type { MemberActor } from "#app/domain/actor.ts";
import { listGifts } from "#app/domain/gifts/list.server.ts";
import { importProgress } from "#app/domain/imports/get.server.ts";
import { runCommit, takeRefusal } from "#app/domain/imports/run-commit.server.ts";
import { uploadWorkbook } from "#app/domain/imports/upload.server.ts";
import { listPledges } from "#app/domain/pledges/list.server.ts";
import { makeWorld } from "#tests/support/world.ts";

/** A register of so many gifts of money to an organization, each by a donor of their own; every tenth is promised. */
function register(organization: string, gifts: number): Uint8Array {
  const rows = Array.from({ length: gifts }, (_, i) => [
    "2022-04-01",
    `示例公司${i}`,
    organization,
    i + 1,
    i % 10 === 9 ? "意向" : "已到账",
  ]);
  const sheet = xlsx.utils.aoa_to_sheet([
    ["捐赠日期", "捐赠单位", "接收机构", "金额（元）", "到账情况"],
    ...rows,
  ]);
  const workbook = xlsx.utils.book_new(sheet, "捐款");
  return new Uint8Array(xlsx.write(workbook, { type: "buffer", bookType: "xlsx" }));
}

const upload = async (actor: MemberActor, bytes: Uint8Array) =>
  uploadWorkbook(actor, uuidv7(), { fileName: "捐款.xlsx", mapping: {}, bytes });

async function settled(actor: MemberActor, id: string) {
  await expect
    .poll(async () => (await importProgress(actor, id)).status, { timeout: 60_000 })
    .not.toBe("committing");
  return importProgress(actor, id);
}

test("more gifts than one statement takes are all written, and a second commit changes nothing", async () => {
  const officer = (await makeWorld()).actors.fund_officer;
  const { id } = await upload(officer, register(`登记机构 ${uuidv7()}`, 6000));
  const input = { importId: id, publishDonorNames: false };
  expect(await runCommit(officer, uuidv7(), input, { patienceMs: 0 })).toBe("running");
  expect(await settled(officer, id)).toMatchObject({ status: "committed", done: 6000 });
  expect(await runCommit(officer, uuidv7(), input)).toBe("committed");
  const [{ organizationId } = {}] = await db.select().from(gifts).where(eq(gifts.importId, id)).limit(1);
  const kept = { ...officer, reach: [organizationId ?? ""] };
  expect((await listGifts(kept, { importId: id })).total).toBe(5400);
  expect((await listPledges(kept, { importId: id })).total).toBe(600);
}, 120_000);

test("a commit that is refused after its page stopped waiting leaves a draft, and its reason is told once", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const officer = world.actors.fund_officer;
  const { id } = await upload(officer, register(`登记机构 ${uuidv7()}`, 3));
  await expect(
    runCommit(other.actors.fund_officer, uuidv7(), { importId: id, publishDonorNames: false }),
  ).rejects.toMatchObject({ code: "not_found" });
  const barred = { ...officer, roles: ["auditor" as const] };
  await runCommit(barred, uuidv7(), { importId: id, publishDonorNames: false }, { patienceMs: 0 });
  expect((await settled(officer, id)).status).toBe("draft");
  expect(takeRefusal(id)).toMatchObject({ code: "forbidden" });
  expect(takeRefusal(id)).toBeUndefined();
});
