import { expect, test } from "vitest";
import * as labelsPage from "#app/routes/desk.labels._index.tsx";
import * as printPage from "#app/routes/desk.labels.print.tsx";
import * as printPdf from "#app/routes/desk.labels.print[.]pdf.ts";
import * as replacePage from "#app/routes/desk.labels.replace.tsx";
import { eq } from "drizzle-orm";
import { db, items } from "#db";
import { boxesOfMasks } from "#tests/support/labels.ts";
import { rasterise, readQrCodes } from "#tests/support/raster.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const post = async (world: World, values: Record<string, string>) => {
  const request = await posting(world.actors.warehouse_keeper, "/desk/labels", values);
  return (await thrownBy(labelsPage.action(routeArgs(request)))).headers.get("Location") ?? "";
};

const show = async (world: World, address: string) =>
  printPage.loader(routeArgs(await asking(world.actors.warehouse_keeper, address)));

test("a run of blank labels leads to its print page, which shows the first ten sheets", async () => {
  const world = await makeWorld();
  const address = await post(world, { intent: "blank", count: "300" });
  expect(address).toMatch(/^\/desk\/labels\/print\?run=/);
  const page = await show(world, `${address}&paper=3x8`);
  expect(page).toMatchObject({ count: 300, paper: "3x8", unprintable: [] });
  expect(page.labels).toHaveLength(240);
});

test("bins, all of them or some, and a lot lead to their labels", async () => {
  const world = await makeWorld();
  const [assetId = ""] = await stockMasks(world, {});
  const bin = { intent: "bins", warehouseId: world.warehouse.id, "binIds[]": world.bin.id };
  const all = await post(world, bin);
  expect(all).toBe(`/desk/labels/print?warehouse=${world.warehouse.id}`);
  expect((await show(world, all)).labels).toMatchObject([{ kind: "bin", name: world.bin.name }]);
  const lot = await post(world, { intent: "lot", assetId });
  expect((await show(world, lot)).labels).toMatchObject([{ kind: "goods", item: "医用外科口罩" }]);
});

test("a form that names nothing comes back with what is missing", async () => {
  const world = await makeWorld();
  for (const [values, field] of [
    [{ intent: "blank" }, "count"],
    [{ intent: "blank", count: "1001" }, "count"],
    [{ intent: "bins", warehouseId: world.warehouse.id }, "binIds"],
    [{ intent: "lot" }, "assetId"],
  ] as const) {
    const request = await posting(world.actors.warehouse_keeper, "/desk/labels", { ...values });
    const answer = await labelsPage.action(routeArgs(request));
    expect(answer, field).toMatchObject({
      init: { status: 422 },
      data: { fields: { [field]: expect.any(String) } },
    });
  }
});

test("the page offers bins without label, places with boxes and lots", async () => {
  const world = await makeWorld();
  await boxesOfMasks(world, 2);
  const choices = async (kind: string) => {
    const request = await asking(world.actors.dispatcher, `/desk/labels?for=${kind}`);
    return (await labelsPage.loader(routeArgs(request))).choices;
  };
  expect(await choices("bins")).toMatchObject({ bins: [{ id: world.bin.id, labelled: false }] });
  expect(await choices("boxes")).toMatchObject({ places: [{ boxes: 2 }], consignments: [] });
  expect(await choices("lots")).toMatchObject({ lots: [{ item: "医用外科口罩", quantity: 200n }] });
});

test.each([
  ["60x40", 3],
  ["3x8", 1],
])(
  "the PDF on %s is sent under a name that says what it is, and every code decodes",
  async (paper, pages) => {
    const world = await makeWorld();
    const { codes } = await boxesOfMasks(world, 3);
    const path = `/desk/labels/print.pdf?codes=${codes.join(",")}&paper=${paper}`;
    const response = await printPdf.loader(routeArgs(await asking(world.actors.dispatcher, path)));
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(response.headers.get("Content-Disposition")).toBe(`inline; filename="labels-${paper}-3.pdf"`);
    const printed = rasterise(new Uint8Array(await response.arrayBuffer()));
    expect(printed).toHaveLength(pages);
    const read = (await Promise.all(printed.map(readQrCodes))).flat();
    expect(read.map((text) => text.slice(-9)).sort()).toEqual(codes.toSorted());
  },
);

test("what the PDF refuses is said by the page, in the reader's language", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { codes } = await boxesOfMasks(world, 1);
  const { codes: theirs } = await boxesOfMasks(other, 1);
  await db.update(items).set({ name: "口罩🙂" }).where(eq(items.id, world.mask.id));
  for (const query of [`?codes=${theirs[0]}`, "?codes=86DF1ABZ4", "?run=x", `?codes=${codes[0]}&paper=3x8`]) {
    const request = await asking(world.actors.dispatcher, `/desk/labels/print.pdf${query}`);
    const sent = await thrownBy(printPdf.loader(routeArgs(request)));
    expect(sent.headers.get("Location")).toBe(`/desk/labels/print${query}`);
  }
  expect(await show(world, `/desk/labels/print?codes=${codes[0]}`)).toMatchObject({ unprintable: ["🙂"] });
  const misread = await thrownBy(show(world, "/desk/labels/print?codes=86DF1ABZ4"));
  expect(misread.status).toBe(404);
  expect(await misread.json()).toMatchObject({ message: expect.stringContaining("86DF1ABZ4") });
});

test("a torn label's replacement is printed next, and the page says what became of the old one", async () => {
  const world = await makeWorld();
  const { codes } = await boxesOfMasks(world, 1);
  const values = { code: codes[0]!.toLowerCase(), reason: "撕破了" };
  const request = await posting(world.actors.dispatcher, "/desk/labels/replace", values);
  const sent = await thrownBy(replacePage.action(routeArgs(request)));
  const page = await show(world, sent.headers.get("Location") ?? "");
  expect(page).toMatchObject({ replaced: codes[0], count: 1 });
  expect(page.labels[0]?.code).not.toBe(codes[0]);
});
