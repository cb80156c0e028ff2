import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { getRegister } from "#app/domain/registers/get.server.ts";
import { action as countAction, loader as countLoader } from "#app/routes/desk.registers.$id.count.tsx";
import { action as closeAction } from "#app/routes/desk.registers.$id.close.tsx";
import { action as namesAction, headers } from "#app/routes/desk.registers.$id.names.tsx";
import { action as rowsAction } from "#app/routes/desk.registers.$id.rows.tsx";
import { loader as sheetLoader } from "#app/routes/desk.registers.$id.sheet[.]xlsx.ts";
import { action as openAction } from "#app/routes/desk.registers.new.tsx";
import { atSiteWorld, household, openAt, write } from "#tests/support/registers.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";

let made: Awaited<ReturnType<typeof atSiteWorld>>;
let contact: UserActor;
beforeAll(async () => {
  made = await atSiteWorld();
  contact = made.world.actors.site_contact;
});

const openOne = async () => (await openAt(made.world, made.delivery.id)).id;
const registerOf = (id: string) => getRegister(contact, id);

/** As a browser sends it: with its length, and with a file where there is one. */
async function sent(id: string, page: string, values: Record<string, string | File>) {
  const { headers: signedIn } = await asking(contact, "/");
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  const request = new Request(`http://localhost/desk/registers/${id}/${page}`, {
    method: "POST",
    headers: { Cookie: signedIn.get("Cookie") ?? "", "Content-Length": "1000" },
    body: form,
  });
  return routeArgs(request, { id });
}

test("a register is opened for a delivery, and its rows are asked for next", async () => {
  const form = { deliveryId: made.delivery.id, basis: "other" };
  const path = "/desk/registers/new";
  expect(await openAction(routeArgs(await posting(contact, path, form)))).toMatchObject({
    init: { status: 422 },
    data: { fields: { basisWords: "required" } },
  });
  const said = await posting(contact, path, { ...form, basisWords: "楼组长上报" });
  const opened = await thrownBy(openAction(routeArgs(said)));
  expect(opened.headers.get("Location")).toMatch(/^\/desk\/registers\/[0-9a-f-]{36}\/rows\?done=made$/);
});

test("rows are pasted with what each household gets; one bad row is told beside its number and nothing is stored", async () => {
  const id = await openOne();
  const each = { "each.0.n": "1", "each.0.quantity": "10", "each.0.per": "household" };
  const bad = await rowsAction(await sent(id, "rows", { ...each, text: "3号楼，502，2\n3号楼，503，两" }));
  expect(bad).toMatchObject({
    init: { status: 422 },
    data: {
      problems: [{ row: 2, column: "people", code: "not_a_number", text: "两" }],
      errors: { values: { text: expect.stringContaining("503，两") } },
    },
  });
  expect((await registerOf(id)).rows).toEqual([]);
  const good = await thrownBy(
    rowsAction(await sent(id, "rows", { ...each, text: "3号楼，502，2\n3号楼，503，3" })),
  );
  expect(good.headers.get("Location")).toBe(`/desk/registers/${id}?done=written`);
  expect(
    (await registerOf(id)).rows.map(({ people, named, shares }) => [people, named, shares[0]?.quantity]),
  ).toEqual([
    [2, true, 10n],
    [3, true, 10n],
  ]);
});

test("a form without rows, and a file that is no sheet, say so", async () => {
  const id = await openOne();
  expect(await rowsAction(await sent(id, "rows", {}))).toMatchObject({
    data: { errors: { fields: { text: "text_or_file" } } },
  });
  const file = new File([Buffer.from("%PDF-1.7")], "名单.xlsx");
  const unreadable = await rowsAction(await sent(id, "rows", { file }));
  expect(unreadable).toMatchObject({ init: { status: 422 }, data: { problems: [] } });
  expect(unreadable?.data.errors?.form).toBeTruthy();
  const large = routeArgs(await posting(contact, `/desk/registers/${id}/rows`, { text: "3号楼，502，2" }), {
    id,
  });
  expect(await rowsAction(large), "no length").toMatchObject({ init: { status: 413 } });
});

test("the downloaded sheet, filled in, writes the rows of another register and counts its own back", async () => {
  const id = await openOne();
  await write(made.world, id, [
    household({ building: "3号楼" }),
    household({ building: "5号楼", group: "elderly", households: "0", people: "12" }),
  ]);
  const answer = await sheetLoader(
    routeArgs(await asking(contact, `/desk/registers/${id}/sheet.xlsx`), { id }),
  );
  const bytes = Buffer.from(await answer.arrayBuffer());
  const other = await openOne();
  const file = () => new File([bytes], "登记册.xlsx");
  expect((await thrownBy(rowsAction(await sent(other, "rows", { file: file() })))).status).toBe(302);
  expect((await registerOf(other)).rows).toEqual((await registerOf(id)).rows);
  const filled = new File(["序号,应领1 口罩（只）,实领1 口罩（只）\n1,10,9\n2,10,0\n"], "回填.csv");
  const counted = await thrownBy(countAction(await sent(id, "count", { intent: "file", file: filled })));
  expect(counted.headers.get("Location")).toBe(`/desk/registers/${id}?done=counted`);
  expect((await registerOf(id)).rows.map(({ shares }) => shares[0]?.given)).toEqual([9n, 0n]);
});

test("counted back building by building, then closed; a difference without a reason comes back with what was typed", async () => {
  const id = await openOne();
  await write(made.world, id, [household(), household({ building: "5号楼" })]);
  const page = await countLoader(
    routeArgs(await asking(contact, `/desk/registers/${id}/count?building=5号楼`), { id }),
  );
  expect(page.register.rows.map(({ n }) => n)).toEqual([2]);
  const wrong = await countAction(await sent(id, "count", { "rows.row1.line1": "十" }));
  expect(wrong).toMatchObject({ data: { errors: { fields: { "rows.row1.line1": "not_a_number" } } } });
  await thrownBy(countAction(await sent(id, "count", { "rows.row1.line1": "3", "rows.row2.line1": "1" })));
  const closing = { handedOn: "2022-04-04", "lines.0.n": "1", "lines.0.quantity": "5" };
  const differs = await closeAction(await sent(id, "close", closing));
  expect(differs).toMatchObject({ init: { status: 422 }, data: { values: { handedOn: "2022-04-04" } } });
  expect(differs.data.form).toContain("各行合计 4 只，实际发出 5 只");
  await thrownBy(closeAction(await sent(id, "close", { ...closing, explanation: "一只破了" })));
  expect((await registerOf(id)).handOver).toMatchObject({ households: 2, people: 4, note: "一只破了" });
});

test("names are shown by the answer alone, which no cache keeps, and the reading is in the audit log", async () => {
  const id = await openOne();
  await write(made.world, id, [household({ name: "李雷", phone: "13812345678", door: "502" })]);
  const blank = await namesAction(await sent(id, "names", {}));
  expect(blank).toMatchObject({
    init: { status: 422 },
    data: { errors: { fields: { reason: "required" } } },
  });
  const shown = await namesAction(await sent(id, "names", { reason: "送药上门" }));
  expect(shown.data.rows).toEqual([{ n: 1, door: "502", name: "李雷", phone: "13812345678" }]);
  expect(new Headers(shown.init?.headers).get("Cache-Control")).toBe("no-store");
  const args = { loaderHeaders: new Headers(), parentHeaders: new Headers(), actionHeaders: new Headers() };
  expect(new Headers(headers({ ...args, errorHeaders: undefined })).get("Cache-Control")).toBe("no-store");
  const audited = await db.execute(sql`
    select detail from audit where action = 'register.read-sealed' and subject_id = ${id}::uuid`);
  expect([...audited]).toEqual([{ detail: { reason: "送药上门" } }]);
});
