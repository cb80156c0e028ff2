import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#app/domain/actor.ts";
import { listGifts } from "#app/domain/gifts/list.server.ts";
import { action as decide, loader as preview } from "#app/routes/desk.imports.$id._index.tsx";
import { loader as progress } from "#app/routes/desk.imports.$id.progress.tsx";
import { action as upload, loader as list } from "#app/routes/desk.imports._index.tsx";
import { formErrors, redirectedTo } from "#tests/support/answers.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let officer: UserActor;

beforeAll(async () => {
  world = await makeWorld();
  officer = world.actors.fund_officer;
});

/** A form with a file, as a browser sends it. */
async function sending(fileName: string, bytes: BlobPart, contentLength?: string, actor = officer) {
  const { headers } = await asking(actor, "/");
  const body = new FormData();
  body.set("file", new File([bytes], fileName));
  const whole = await new Response(body).arrayBuffer();
  headers.set("Content-Length", contentLength ?? `${whole.byteLength}`);
  return new Request("http://localhost/desk/imports", { method: "POST", headers, body });
}

const workbook = (name: string) => readFile(`db/seed/case-2022/${name}`);

async function uploaded(name: string, actor = officer): Promise<string> {
  const bytes = new Uint8Array(await workbook(name));
  const sent = await upload(routeArgs(await sending(name, bytes, undefined, actor)));
  return redirectedTo(sent).pathname.split("/").at(-1) ?? "";
}

const look = async (id: string, actor = officer) =>
  preview(routeArgs(await asking(actor, `/desk/imports/${id}`), { id }));
const send = async (id: string, values: Record<string, string>, actor = officer) =>
  decide(routeArgs(await posting(actor, `/desk/imports/${id}`, { importId: id, ...values }), { id }));

/** Why a commit was refused: in its form's answer, or on the page that waits for it when it took longer. */
async function refusalOf(id: string, answer: unknown, actor: UserActor): Promise<string | undefined> {
  if (!(answer instanceof Response)) return formErrors(answer).errors.form;
  for (;;) {
    const page = await progress(routeArgs(await asking(actor, `/desk/imports/${id}/progress`), { id }));
    if (!page.running) return page.failure;
    await sleep(200);
  }
}

test("a workbook is read, shown with its sums, and written; the same content again changes nothing", async () => {
  const id = await uploaded("捐赠登记总表.xlsx");
  const page = await look(id);
  expect(page.problems).toBe(0);
  const money = page.sheets.find(({ kind }) => kind === "money_gifts");
  expect(money?.total?.agrees).toBe(true);
  expect(money?.columns.map(({ field }) => field)).toContain("amount");
  expect((await listGifts(officer)).total).toBe(0);
  redirectedTo(await send(id, { intent: "commit" }));
  await expect
    .poll(async () => (await list(routeArgs(await asking(officer, "/desk/imports")))).imports[0]?.status, {
      timeout: 40_000,
    })
    .toBe("committed");
  const written = await look(id);
  expect(written.imported).toMatchObject({ status: "committed", done: page.accepted });
  const done = await thrownBy(
    progress(routeArgs(await asking(officer, `/desk/imports/${id}/progress`), { id })),
  );
  expect(redirectedTo(done).pathname).toBe(`/desk/imports/${id}`);
  const bytes = new Uint8Array(await workbook("捐赠登记总表.xlsx"));
  const again = formErrors(await upload(routeArgs(await sending("改了名.xlsx", bytes))));
  expect(again.status).toBe(409);
  expect(again.errors.form).toMatch(/\d+月\d+日 \d\d:\d\d 已经导入过（捐赠登记总表.xlsx）/);
}, 60_000);

test("goods that are not there keep hand-outs from being written, row by row", async () => {
  const poor = (await makeWorld()).actors.fund_officer;
  const id = await uploaded("发放登记表.xlsx", poor);
  const page = await look(id, poor);
  const sheet = page.sheets.find(({ kind }) => kind === "handouts");
  expect(sheet?.problems[0]).toMatchObject({ what: expect.stringContaining("库存") });
  expect(page.problems).toBe(sheet?.problems.length);
  expect(await refusalOf(id, await send(id, { intent: "commit" }, poor), poor)).toContain("账本没有动");
  expect((await look(id, poor)).imported.status).toBe("draft");
});

test("a column taken for something else is changed, and the file is read again like that", async () => {
  const id = await uploaded("发放登记表.xlsx");
  const { sheets } = await look(id);
  const at = sheets.findIndex(({ kind }) => kind === "handouts");
  const item = sheets[at]?.columns.find(({ field }) => field === "item");
  const values = { intent: "remap", [`sheets.${at}.kind`]: "handouts" };
  const name = `sheets.${at}.columns.${item?.column}`;
  const left = await send(id, { ...values, [name]: "none" });
  expect(redirectedTo(left).pathname).toBe(`/desk/imports/${id}`);
  const without = (await look(id)).sheets[at];
  expect(without?.columns.find(({ column }) => column === item?.column)?.field).toBeNull();
  expect(without?.problems.some(({ what }) => what.includes("缺少"))).toBe(true);
  redirectedTo(await send(id, { ...values, [name]: "item" }));
  expect((await look(id)).sheets[at]?.columns).toEqual(sheets[at]?.columns);
  const bad = formErrors(await send(id, { ...values, [`sheets.${at}.year`]: "22" }));
  expect(bad).toMatchObject({ status: 422, errors: { fields: { [`sheets.${at}.year`]: "too_small" } } });
});

test("what is no workbook, too large, or missing is refused in words", async () => {
  const notes = formErrors(await upload(routeArgs(await sending("笔记.xlsx", "hello"))));
  expect(notes.status).toBe(422);
  expect(notes.errors.form).not.toMatch(/[{}]/);
  const huge = formErrors(await upload(routeArgs(await sending("大.xlsx", "x", "99999999"))));
  expect(huge).toMatchObject({ status: 413, errors: { fields: { file: "file_too_large" } } });
  const none = formErrors(await upload(routeArgs(await sending("空.xlsx", ""))));
  expect(none).toMatchObject({ status: 422, errors: { fields: { file: "required" } } });
});

test("who does not import is barred, and another organization's import is not found", async () => {
  const barred = await thrownBy(list(routeArgs(await asking(world.actors.dispatcher, "/desk/imports"))));
  expect(barred.status).toBe(403);
  const id = await uploaded("发放登记表.xlsx");
  const stranger = (await makeWorld()).actors.fund_officer;
  expect((await thrownBy(look(id, stranger))).status).toBe(404);
  expect((await thrownBy(send(id, { intent: "commit" }, stranger))).status).toBe(404);
});
