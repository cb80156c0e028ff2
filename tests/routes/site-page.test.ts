import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, donors, needs, sites } from "#db";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { unshareSite } from "#app/domain/places/unshare-site.server.ts";
import { CONTACTS_AN_HOUR } from "#app/domain/site-page/change-contact.server.ts";
import { action, headers, loader } from "#app/routes/s.$token.tsx";
import { receiverOf, siteOf } from "#app/session/receiver.server.ts";
import { report } from "#tests/support/cases.ts";
import { answer, ask, linkOf } from "#tests/support/needs.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { roadWorld } from "#tests/support/road.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const open = async (token: string) => {
  const answered = await loader(routeArgs(await asking(null, `/s/${token}`), { token }));
  const { page } = answered.data;
  if (!page.open) throw new Error("the page did not open");
  return { page, cookie: new Headers(answered.init?.headers).get("Set-Cookie") ?? "" };
};

const post = async (token: string, values: Record<string, string>) =>
  action(routeArgs(await posting(null, `/s/${token}`, values), { token }));

const textOf = (page: unknown) =>
  JSON.stringify(page, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value));

/** A delivery to the world's other site. */
const deliverElsewhere = (world: World) =>
  createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.fieldHospital.id,
      boxes: "1",
      lines: [{ itemId: world.mask.id, quantity: "10" }],
    }),
  );

test("without an account the site sees what comes, with its PIN, and later what came, as sums", async () => {
  const { world, delivery } = await roadWorld();
  const token = await linkOf(world);
  const before = (await open(token)).page;
  expect(before.coming).toMatchObject([
    { number: delivery.number, status: "dispatched", code: delivery.code, pin: delivery.pin, boxes: 3 },
  ]);
  expect(before.came).toEqual([]);
  await report(delivery, [{ n: 1, good: "56", reason: "short_packed" }]);
  const after = (await open(token)).page;
  expect(after.coming).toEqual([]);
  expect(after.came).toMatchObject([
    { number: delivery.number, lines: [{ quantity: 60n, good: 56n, short: 4n, damaged: 0n }] },
  ]);
  expect(after.inAll).toEqual([{ item: world.mask.name, unit: "只", good: 56n, handedOver: 0n }]);
});

test("nothing of another site, and no donor, is on the page", async () => {
  const { world } = await roadWorld();
  const elsewhere = await deliverElsewhere(world);
  await ask(await linkOf(world, world.fieldHospital.id), {
    lines: [{ wish: "方舱要的床", quantity: "5", unit: "张" }],
  });
  const [donor] = await db.select().from(donors).where(eq(donors.organizationId, world.organizationId));
  const text = textOf((await open(await linkOf(world))).page);
  expect(text).not.toContain(elsewhere.number);
  expect(text).not.toContain(elsewhere.pin);
  expect(text).not.toContain("方舱");
  expect(donor!.name.length).toBeGreaterThan(0);
  expect(text).not.toContain(donor!.name);
  expect(text).not.toContain(world.warehouse.id);
});

test("a link that was stopped says whom to call, one never made does not; both are 404 and set no cookie", async () => {
  const world = await makeWorld();
  const token = await linkOf(world);
  await unshareSite(world.actors.dispatcher, uuidv7(), { siteId: world.site.id });
  const gone = async (link: string) => loader(routeArgs(await asking(null, `/s/${link}`), { token: link }));
  const stopped = await gone(token);
  expect(stopped.init?.status).toBe(404);
  expect(new Headers(stopped.init?.headers).get("Set-Cookie")).toBeNull();
  expect(stopped.data.page).toMatchObject({ open: false, hotline: "021-0000-0000" });
  const never = await gone("x");
  expect(never.init?.status).toBe(404);
  expect(never.data.page).toEqual({ open: false, organization: null, hotline: null });
});

test("the page is kept by nobody and listed nowhere", () => {
  expect(headers()).toMatchObject({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });
});

test("opening it names the site in a signed cookie, as long as the link works", async () => {
  const world = await makeWorld();
  const { cookie } = await open(await linkOf(world));
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  const [pair = ""] = cookie.split(";");
  const asked = (value: string) => new Request("http://localhost/q/x", { headers: { Cookie: value } });
  expect(await siteOf(asked(pair))).toBe(world.site.id);
  expect(await receiverOf(asked(pair), "192.0.2.7")).toEqual({
    kind: "receiver",
    address: "192.0.2.7",
    site: world.site.id,
  });
  expect(await receiverOf(asked(""), "192.0.2.7")).toEqual({ kind: "receiver", address: "192.0.2.7" });
  expect(await siteOf(asked(`${pair}x`))).toBeNull();
  const forged = `site=${btoa(JSON.stringify(world.site.id))}`;
  expect(await siteOf(asked(forged))).toBeNull();
  await linkOf(world);
  expect(await siteOf(asked(pair))).toBeNull();
});

test("asking, taking back and another contact are plain forms; what is wrong comes back with what was typed", async () => {
  const world = await makeWorld();
  const token = await linkOf(world);
  const wish = { "lines.0.wish": "成人尿布", "lines.0.quantity": "120", "lines.0.unit": "包" };
  const wrong = await post(token, { intent: "ask", ...wish, "lines.0.quantity": "很多" });
  expect(wrong).toMatchObject({
    init: { status: 422 },
    data: { intent: "ask", fields: { "lines.0.quantity": "not_a_number" } },
  });
  expect(wrong.data.values).toMatchObject({ lines: [{ wish: "成人尿布", quantity: "很多", unit: "包" }] });
  const asked = await thrownBy(post(token, { intent: "ask", ...wish }));
  expect(asked.headers.get("Location")).toMatch(/\?done=ask&number=XQ-\d{4}-000001$/);
  const [need] = (await open(token)).page.needs;
  expect(need).toMatchObject({
    status: "asked",
    answer: null,
    lines: [{ wish: "成人尿布", quantity: 120n }],
  });
  await answer(world, need!.id);
  expect((await open(token)).page.needs[0]).toMatchObject({
    status: "accepted",
    answer: "60 只，明天上午到",
  });
  await thrownBy(post(token, { intent: "withdraw", needId: need!.id }));
  expect((await db.select().from(needs).where(eq(needs.id, need!.id)))[0]?.status).toBe("withdrawn");
  await thrownBy(post(token, { intent: "contact", contactName: "刘书记", contactPhone: "13800000000" }));
  const [site] = await db.select().from(sites).where(eq(sites.id, world.site.id));
  expect(site?.contactName).toBe("刘书记");
});

test("a form to a link that does not work changes nothing", async () => {
  const refused = await post("x", { intent: "contact", contactName: "刘", contactPhone: "13800000000" });
  expect(refused.init?.status).toBe(410);
});

test("another contact is taken so often in an hour and no more", async () => {
  const world = await makeWorld();
  const token = await linkOf(world);
  const change = (n: number) =>
    post(token, { intent: "contact", contactName: `第 ${n} 位`, contactPhone: "13800000000" });
  for (let n = 0; n < CONTACTS_AN_HOUR; n += 1) await thrownBy(change(n));
  expect((await change(99)).init?.status).toBe(429);
  const [site] = await db.select().from(sites).where(eq(sites.id, world.site.id));
  expect(site?.contactName).toBe(`第 ${CONTACTS_AN_HOUR - 1} 位`);
});
