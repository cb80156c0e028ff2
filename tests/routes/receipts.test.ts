import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, items } from "#db";
import { eq } from "drizzle-orm";
import { newCode } from "#app/domain/code.ts";
import { UNKNOWN_CODES } from "#app/domain/deliveries/find-at-door.server.ts";
import { type Stranded, strandReports } from "#app/domain/receipts/keep-stranded.server.ts";
import * as deliveryPage from "#app/routes/desk.deliveries.$id._index.tsx";
import * as deskFile from "#app/routes/desk.deliveries.$id.receipt[.]pdf.ts";
import * as page from "#app/routes/desk.stranded._index.tsx";
import * as doorFile from "#app/routes/q.$code_.receipt[.]pdf.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { packedWorld, roadWorld } from "#tests/support/road.ts";
import { part, receiver, rowOf, sign } from "#tests/support/signing.ts";
import type { World } from "#tests/support/world.ts";

const atDoor = async (code: string, address?: string) =>
  doorFile.loader(routeArgs(await asking(null, `/q/${code}/receipt.pdf`), { code }, address));

const atDesk = async (world: World, id: string, role: "auditor" | "dispatcher" = "auditor") =>
  deskFile.loader(routeArgs(await asking(world.actors[role], `/desk/deliveries/${id}/receipt.pdf`), { id }));

test("the receipt is a file with a Chinese and a plain name, for the desk and for who holds the label", async () => {
  const { world, delivery } = await roadWorld();
  await sign(delivery, part("25"));
  const { number } = await rowOf(delivery.id);
  for (const response of [await atDoor(delivery.code), await atDesk(world, delivery.id)]) {
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(response.headers.get("Content-Disposition")).toBe(
      `inline; filename="receipt-${number}.pdf"; filename*=UTF-8''${encodeURIComponent(`物资签收单-${number}.pdf`)}`,
    );
    const head = Buffer.from(await response.arrayBuffer()).subarray(0, 5);
    expect(head.toString("latin1")).toBe("%PDF-");
  }
});

test("where there is no receipt yet the reader is led to the page that says why", async () => {
  const { world, delivery } = await packedWorld();
  const door = await thrownBy(atDoor(delivery.code));
  expect(door.headers.get("Location")).toBe(`/q/${delivery.code}`);
  const desk = await thrownBy(atDesk(world, delivery.id));
  expect(desk.headers.get("Location")).toBe(`/desk/deliveries/${delivery.id}`);
  const unknown = newCode();
  expect((await thrownBy(atDoor(unknown))).headers.get("Location")).toBe(`/q/${unknown}`);
  const { world: others } = await packedWorld();
  expect((await thrownBy(atDesk(others, delivery.id))).status).toBe(404);
});

test("an address that goes through codes must wait here too", async () => {
  for (let n = 0; n < UNKNOWN_CODES; n += 1) await thrownBy(atDoor(newCode(), "192.0.2.90"));
  const { delivery } = await roadWorld();
  expect((await thrownBy(atDoor(delivery.code, "192.0.2.90"))).status).toBe(429);
});

test("a character that no font has is named in a sentence", async () => {
  const { world, delivery } = await roadWorld();
  await sign(delivery);
  await db.update(items).set({ name: "𠮷野家便当" }).where(eq(items.id, world.mask.id));
  const response = await atDoor(delivery.code);
  expect(response.status).toBe(422);
  expect(await response.text()).toBe(
    "PDF 里印不出这几个字：𠮷。请把名称里的这几个字换成通用的写法，再打开签收单。",
  );
});

const report = (code: string): Stranded => ({
  id: uuidv7(),
  action: "delivery.confirm",
  body: { code, name: "张阿姨", lines: [{ n: 1, good: "58" }] },
  refusal: "wrong_pin",
  keptSince: null,
});

const open = async (world: World, query = "") =>
  page.loader(routeArgs(await asking(world.actors.dispatcher, `/desk/stranded${query}`)));

const settle = async (world: World, values: Record<string, string>) =>
  page.action(routeArgs(await posting(world.actors.dispatcher, "/desk/stranded", values)));

test("what was left in phones is listed and settled with a note; without one nothing is lost", async () => {
  const { world, delivery } = await roadWorld();
  const left = report(delivery.code);
  await strandReports(receiver, [left]);
  expect(await open(world)).toMatchObject({ open: 1, maySettle: true, reports: { rows: [{ id: left.id }] } });
  const refused = await settle(world, { reportId: left.id, note: "  " });
  expect(refused.init?.status).toBe(422);
  expect(refused.data).toMatchObject({ reportId: left.id, errors: { fields: { note: "required" } } });
  const done = await thrownBy(settle(world, { reportId: left.id, note: "打过电话" }));
  expect(done.headers.get("Location")).toBe("/desk/stranded?done=settled");
  expect(await open(world)).toMatchObject({ open: 0, reports: { rows: [] } });
  expect(await open(world, "?view=settled")).toMatchObject({
    settled: true,
    reports: { rows: [{ id: left.id, settledNote: "打过电话" }] },
  });
  expect((await settle(world, { reportId: left.id, note: "再来" })).init?.status).toBe(409);
});

test("the delivery's page has each signing with its words", async () => {
  const { world, delivery } = await roadWorld();
  await sign(delivery, part("25"));
  const { id } = delivery;
  const request = await asking(world.actors.auditor, `/desk/deliveries/${id}`);
  const { delivery: shown } = await deliveryPage.loader(routeArgs(request, { id }));
  expect(shown.signings).toMatchObject([{ n: 1, part: true, agreed: expect.stringContaining("完好 25 只") }]);
});
