import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, sites } from "#db";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import * as labelsPage from "#app/routes/desk.deliveries.$id.labels.tsx";
import * as labelsPdf from "#app/routes/desk.deliveries.$id.labels[.]pdf.ts";
import { settings } from "#app/settings.server.ts";
import { rasterise, readQrCodes } from "#tests/support/raster.ts";
import { asking, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { packedWorld } from "#tests/support/road.ts";

test.each([
  ["100x150", 3],
  ["a4", 1],
])("the %s PDF has a label for each box, and each code is the delivery's own", async (format, pages) => {
  const { world, delivery } = await packedWorld();
  const { id, code } = delivery;
  const path = `/desk/deliveries/${id}/labels.pdf?format=${format}`;
  const response = await labelsPdf.loader(
    routeArgs(await asking(world.actors.warehouse_keeper, path), { id }),
  );
  expect(response.headers.get("Content-Type")).toBe("application/pdf");
  const printed = rasterise(new Uint8Array(await response.arrayBuffer()));
  expect(printed).toHaveLength(pages);
  const codes = await Promise.all(printed.map(readQrCodes));
  const expected = `${settings().publicUrl.toUpperCase()}/Q/${code}`;
  expect(codes.flat()).toEqual([expected, expected, expected]);
});

test("the print page has a label for each box, without PIN and donor", async () => {
  const { world, delivery } = await packedWorld();
  const { id } = delivery;
  const page = await labelsPage.loader(
    routeArgs(await asking(world.actors.dispatcher, `/desk/deliveries/${id}/labels?format=a4`), { id }),
  );
  expect(page.format).toBe("a4");
  expect(page.labels.map(({ boxNumber, boxCount }) => [boxNumber, boxCount])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  const said = JSON.stringify(page.labels, (_key, value: unknown) =>
    typeof value === "bigint" ? `${value}` : value,
  );
  expect(said).not.toContain("测试捐赠有限公司");
  expect(page.labels[0]).not.toHaveProperty("pin");
});

test("a cancelled delivery and another organization's have no labels", async () => {
  const { world, delivery } = await packedWorld();
  const { delivery: theirs } = await packedWorld();
  const { dispatcher } = world.actors;
  await cancelDelivery(dispatcher, uuidv7(), { deliveryId: delivery.id, reason: "改期" });
  for (const [id, status] of [
    [delivery.id, 409],
    [theirs.id, 404],
    ["x", 404],
  ] as const) {
    const page = await asking(dispatcher, `/desk/deliveries/${id}/labels`);
    expect((await thrownBy(labelsPage.loader(routeArgs(page, { id })))).status).toBe(status);
    const file = await asking(dispatcher, `/desk/deliveries/${id}/labels.pdf?format=a4`);
    const sent = await thrownBy(labelsPdf.loader(routeArgs(file, { id })));
    if (status === 404) expect(sent.status).toBe(404);
    else
      expect(sent.headers.get("Location"), "the page says why").toBe(
        `/desk/deliveries/${id}/labels?format=a4`,
      );
  }
});

test("a name the PDF cannot draw sends to the page, which says so and still prints it", async () => {
  const { world, delivery } = await packedWorld();
  const { id } = delivery;
  await db.update(sites).set({ name: "示例🙂小区" }).where(eq(sites.id, world.site.id));
  const file = await asking(world.actors.dispatcher, `/desk/deliveries/${id}/labels.pdf`);
  const sent = await thrownBy(labelsPdf.loader(routeArgs(file, { id })));
  expect(sent.headers.get("Location")).toBe(`/desk/deliveries/${id}/labels?format=100x150`);
  const page = await asking(world.actors.dispatcher, `/desk/deliveries/${id}/labels`);
  expect(await labelsPage.loader(routeArgs(page, { id }))).toMatchObject({ unprintable: ["🙂"] });
});
