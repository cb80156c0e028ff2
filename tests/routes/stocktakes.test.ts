import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import * as XLSX from "xlsx";
import type { UserActor } from "#app/domain/actor.ts";
import { finishPicking } from "#app/domain/deliveries/finish-picking.server.ts";
import { startPicking } from "#app/domain/deliveries/start-picking.server.ts";
import { getBinSheet } from "#app/domain/stocktakes/get-sheet.server.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { loader as detail } from "#app/routes/desk.stocktakes.$id._index.tsx";
import { action as decide, loader as differences } from "#app/routes/desk.stocktakes.$id.approve.tsx";
import { action as cancel } from "#app/routes/desk.stocktakes.$id.cancel.tsx";
import { action as countIt, loader as countPage } from "#app/routes/desk.stocktakes.$id.count.tsx";
import { loader as sheetFile } from "#app/routes/desk.stocktakes.$id.sheet[.]xlsx.ts";
import { action as send } from "#app/routes/desk.stocktakes.$id.upload.tsx";
import { action as open } from "#app/routes/desk.stocktakes.new.tsx";
import { formErrors, redirectedTo } from "#tests/support/answers.ts";
import { deliverMasks } from "#tests/support/boxes.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { anotherBin, heldAt, opened, shelve } from "#tests/support/stocktake.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

let world: World;
let keeper: UserActor;
let officer: UserActor;
let lots: string[];
let first: string;
let second: { id: string; account: string };

/** Lot 0 in A-01 in boxes of 20, lot 1 in B-01. */
beforeAll(async () => {
  world = await makeWorld();
  keeper = world.actors.warehouse_keeper;
  officer = world.actors.fund_officer;
  lots = await stockMasks(world, { quantity: "5", packName: "箱", packSize: "20" }, { quantity: "30" });
  first = `${world.bin.accountId}`;
  second = await anotherBin(world, "B-01");
  await shelve(world, [
    { lot: lots[0]!, binId: world.bin.id, quantity: "100" },
    { lot: lots[1]!, binId: second.id, quantity: "30" },
  ]);
});

const path = (id: string, rest = "") => `/desk/stocktakes/${id}${rest}`;

async function openBoth(): Promise<string> {
  const values = { warehouseId: world.warehouse.id, kind: "cycle", blind: "true" };
  const form = new URLSearchParams(values);
  for (const bin of [world.bin.id, second.id]) form.append("binIds[]", bin);
  const request = await posting(keeper, "/desk/stocktakes/new", values);
  const sent = new Request(request, { method: "POST", body: form });
  return redirectedTo(await thrownBy(open(routeArgs(sent))))
    .pathname.split("/")
    .at(-1)!;
}

const dropped = async (id: string) =>
  thrownBy(cancel(routeArgs(await posting(keeper, path(id, "/cancel"), { reason: "测试" }), { id })));

async function counting(id: string, account: string, values: Record<string, string>, actor = keeper) {
  const { since } = await getBinSheet(actor, id, account);
  const form = { accountId: account, since, ...values };
  return countIt(routeArgs(await posting(actor, path(id, `/count?at=${account}`), form), { id }));
}

test("bins are counted one after the other in packs and pieces, then approved by somebody else", async () => {
  const id = await openBoth();
  const page = await countPage(routeArgs(await asking(keeper, path(id, `/count?at=${first}`)), { id }));
  expect(page.sheet).toMatchObject({ bin: "A-01", lots: [{ assetId: lots[0], expected: null }] });
  const row = `counts.lot${lots[0]}`;
  const on = await thrownBy(
    counting(id, first, { [`${row}.packs`]: "4", [`${row}.pieces`]: "15", [`${row}.packSize`]: "20" }),
  );
  expect(redirectedTo(on).searchParams.get("at")).toBe(second.account);
  const off = await thrownBy(counting(id, second.account, { [`counts.lot${lots[1]}.pieces`]: "30" }));
  expect(redirectedTo(off).searchParams.get("done")).toBe("counted");
  const seen = await differences(routeArgs(await asking(keeper, path(id, "/approve")), { id }));
  expect([seen.lines, seen.stocktake.counter]).toEqual([null, true]);
  const { lines, stocktake } = await differences(
    routeArgs(await asking(officer, path(id, "/approve")), { id }),
  );
  expect(lines).toMatchObject([{ expected: 100n, counted: 95n, bin: "A-01" }]);
  const approving = async (values: Record<string, string>) =>
    decide(routeArgs(await posting(officer, path(id, "/approve"), values), { id }));
  const unexplained = formErrors(await approving({ rounds: `${stocktake.rounds}` }));
  expect(unexplained).toMatchObject({ status: 422, errors: { form: expect.stringContaining("A-01") } });
  const reason = `reasons.at${first}lot${lots[0]}`;
  await thrownBy(approving({ [`${reason}.reason`]: "damaged", [`${reason}.remark`]: "水浸" }));
  expect((await heldAt(first, lots[0]!)).amount).toBe(95n);
  const result = await detail(routeArgs(await asking(keeper, path(id)), { id }));
  expect(result.lines).toMatchObject([{ reason: "damaged", remark: "水浸" }]);
});

test("a wrong number keeps what was typed; a bin that changed keeps the check code it was typed under", async () => {
  const { id } = await opened(world, { binIds: [second.id] });
  const field = `counts.lot${lots[1]}.pieces`;
  const wrong = formErrors(await counting(id, second.account, { [field]: "1.5" }));
  expect(wrong).toMatchObject({
    status: 422,
    errors: {
      fields: { [field]: "not_whole" },
      values: { counts: { [`lot${lots[1]}`]: { pieces: "1.5" } } },
    },
  });
  const stale = formErrors(await counting(id, second.account, { since: "1x9", [field]: "30" }));
  expect(stale).toMatchObject({ status: 409, errors: { values: { since: "1x9" } } });
  expect((await getStocktake(keeper, id)).rounds).toBe(0);
  await dropped(id);
});

/** The sheet's rows from its head on, as somebody opens the file. */
async function downloaded(id: string, locale = "zh-CN"): Promise<string[][]> {
  const request = await asking(keeper, path(id, "/sheet.xlsx"));
  request.headers.set("Accept-Language", locale);
  const answer = await sheetFile(routeArgs(request, { id }));
  const { Sheets, SheetNames } = XLSX.read(new Uint8Array(await answer.arrayBuffer()));
  return XLSX.utils.sheet_to_json<string[]>(Sheets[SheetNames[0]!]!, { header: 1, raw: false, defval: "" });
}

async function uploading(id: string, rows: string[][]) {
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows));
  const bytes: ArrayBuffer = XLSX.write(book, { type: "array" });
  const { headers } = await asking(keeper, "/");
  const body = new FormData();
  body.set("file", new File([bytes], "盘点表.xlsx"));
  headers.set("Content-Length", `${bytes.byteLength}`);
  const request = new Request(`http://localhost${path(id, "/upload")}`, { method: "POST", headers, body });
  const answer = await send(routeArgs(request, { id }));
  return answer.data;
}

const storing = async (id: string, bins: unknown) => {
  const values = { intent: "store", bins: JSON.stringify(bins) };
  const request = await posting(keeper, path(id, "/upload"), values);
  request.headers.set("Content-Length", "1000");
  return send(routeArgs(request, { id }));
};

const column = (rows: string[][], name: string) => rows[3]!.indexOf(name);

test("the sheet is downloaded, filled in, looked at and stored; a blind one says nothing of the books", async () => {
  const { id } = await opened(world, { binIds: [world.bin.id, second.id] });
  const rows = await downloaded(id);
  expect(rows[3]).not.toContain("账上");
  expect(rows.slice(4).map((row) => row[column(rows, "批编号")])).toEqual(lots);
  rows[4]![column(rows, "整包数")] = "4";
  rows[4]![column(rows, "零散数")] = "7";
  const { preview } = await uploading(id, rows);
  expect(preview).toMatchObject({
    problems: [],
    skipped: [],
    bins: [{ bin: "A-01", accountId: first, blank: 0, lots: [{ assetId: lots[0], counted: 87n }] }],
  });
  expect((await getStocktake(keeper, id)).counted).toBe(0);
  const read = preview!.bins.map(({ accountId, since, lots: counted }) => ({
    accountId,
    since,
    counts: counted.map((lot) => ({ assetId: lot.assetId, counted: `${lot.counted}` })),
  }));
  const stored = redirectedTo(await thrownBy(storing(id, read)));
  expect([stored.searchParams.get("done"), stored.searchParams.get("bins")]).toEqual(["stored", "1"]);
  expect((await getStocktake(officer, id)).places).toMatchObject([
    { rounds: 1, differs: true },
    { rounds: 0 },
  ]);
  const half = await storing(id, [...read, { ...read[0], accountId: second.account }]);
  expect(half.init?.status).toBe(409);
  expect((await getStocktake(officer, id)).rounds).toBe(1);
  await dropped(id);
});

test("what is wrong in a sheet is said row by row, and a bin that changed is left out", async () => {
  const { id } = await opened(world, { blind: false, binIds: [world.bin.id, second.id] });
  const rows = await downloaded(id, "en");
  const at = (name: string) => column(rows, name);
  expect(rows[4]![at("In the books")]).toBe("95");
  rows[4]![at("Loose pieces")] = "95";
  const bad = rows.map((row) => [...row]);
  bad[5]![at("Whole packs")] = "2";
  bad.push([...bad[4]!]);
  bad.push(bad[4]!.map((cell, i) => (i === at("Lot key") ? "999999999" : cell)));
  const { preview: refused } = await uploading(id, bad);
  expect(refused?.problems.map(({ row, code }) => [row, code])).toEqual([
    [6, "no_pack"],
    [7, "lot_twice"],
    [8, "lot_unknown"],
  ]);
  const delivery = await deliverMasks(world, 5);
  const { preview } = await uploading(id, rows);
  expect(preview).toMatchObject({ problems: [], bins: [], skipped: [{ bin: "A-01", why: "changed" }] });
  await startPicking(keeper, uuidv7(), { deliveryId: delivery.id });
  const { preview: picking } = await uploading(id, await filled(id, "90"));
  expect(picking?.skipped).toEqual([{ bin: "A-01", why: "picking" }]);
  await finishPicking(keeper, uuidv7(), { deliveryId: delivery.id });
  const { preview: after } = await uploading(id, await filled(id, "90"));
  expect(after).toMatchObject({ skipped: [], bins: [{ bin: "A-01", lots: [{ counted: 90n }] }] });
  await dropped(id);
});

async function filled(id: string, pieces: string): Promise<string[][]> {
  const rows = await downloaded(id);
  rows[4]![column(rows, "零散数")] = pieces;
  return rows;
}

test("a file that is no workbook is refused in words", async () => {
  const { id } = await opened(world, { binIds: [second.id] });
  const { headers } = await asking(keeper, "/");
  const body = new FormData();
  body.set("file", new File(["hello"], "笔记.xlsx"));
  headers.set("Content-Length", "5");
  const request = new Request(`http://localhost${path(id, "/upload")}`, { method: "POST", headers, body });
  const answer = await send(routeArgs(request, { id }));
  expect(answer.init?.status).toBe(422);
  expect(answer.data.errors?.form).toMatch(/^[^{}]*$/);
  await dropped(id);
});
