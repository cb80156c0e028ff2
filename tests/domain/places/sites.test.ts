import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, notices, siteLinks, sites } from "#db";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { editSite } from "#app/domain/places/edit-site.server.ts";
import { siteByLink } from "#app/domain/places/find-by-link.server.ts";
import { getSite } from "#app/domain/places/get-site.server.ts";
import { listSites } from "#app/domain/places/list-sites.server.ts";
import { ChangeContact, EditSite } from "#app/domain/places/schema.ts";
import { shareSite } from "#app/domain/places/share-site.server.ts";
import { unshareSite } from "#app/domain/places/unshare-site.server.ts";
import { changeContact } from "#app/domain/site-page/change-contact.server.ts";
import { linkOf, receiver, record } from "#tests/support/needs.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

const edit = (world: World, changes: Partial<Record<string, string>>, siteId = world.site.id) =>
  editSite(
    world.actors.dispatcher,
    uuidv7(),
    EditSite.parse({ siteId, name: world.site.name, kind: world.site.kind, ...changes }),
  );

test("a site's particulars change, and read as they were written", async () => {
  const world = await makeWorld();
  await edit(world, { name: "潍坊二村", receivesFrom: "08:00", receivesTo: "17:30", unloading: "后门" });
  expect(await getSite(world.actors.auditor, world.site.id)).toMatchObject({
    name: "潍坊二村",
    receivesFrom: "08:00",
    receivesTo: "17:30",
    unloading: "后门",
    closedOn: null,
    linkSince: null,
  });
  expect(await refusalCode(edit(world, { name: world.site.name }, (await makeWorld()).site.id))).toBe(
    "not_found",
  );
});

test("a closed site is not offered, gets no delivery and asks for nothing; before its day it does", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "100" });
  const { dispatcher, warehouse_keeper } = world.actors;
  const offered = async () => (await listSites(dispatcher, { open: true })).rows.map(({ id }) => id);
  const deliver = () =>
    refusalCode(
      createDelivery(
        warehouse_keeper,
        uuidv7(),
        CreateDelivery.parse({
          warehouseId: world.warehouse.id,
          siteId: world.site.id,
          boxes: "1",
          lines: [{ itemId: world.mask.id, quantity: "10" }],
        }),
      ),
    );
  await edit(world, { closedOn: "2999-01-01" });
  expect(await offered()).toContain(world.site.id);
  expect(await deliver()).toBe("done");
  await edit(world, { closedOn: "2022-04-01" });
  expect(await offered()).not.toContain(world.site.id);
  expect(await deliver()).toBe("site_closed");
  expect(await refusalCode(record(world))).toBe("site_closed");
  expect((await listSites(dispatcher, {})).rows.map(({ id }) => id)).toContain(world.site.id);
});

test("a link opens its site until it is renewed or stopped, and no table keeps it", async () => {
  const world = await makeWorld();
  const first = await linkOf(world);
  expect((await siteByLink(db, first)).id).toBe(world.site.id);
  const second = await linkOf(world);
  expect(await refusalCode(siteByLink(db, first))).toBe("link_expired");
  expect((await siteByLink(db, second)).id).toBe(world.site.id);
  const kept = await db.select().from(siteLinks).where(eq(siteLinks.siteId, world.site.id));
  expect(JSON.stringify(kept)).not.toContain(second);
  await unshareSite(world.actors.dispatcher, uuidv7(), { siteId: world.site.id });
  expect(await refusalCode(siteByLink(db, second))).toBe("link_expired");
});

test("the same request makes the same link; many at once leave exactly one that works", async () => {
  const world = await makeWorld();
  const { dispatcher } = world.actors;
  const requestId = uuidv7();
  const share = (id: string) => shareSite(dispatcher, id, { siteId: world.site.id });
  expect((await share(requestId)).token).toBe((await share(requestId)).token);
  const made = await Promise.all(Array.from({ length: 5 }, () => share(uuidv7())));
  const working = await Promise.all(made.map(({ token }) => refusalCode(siteByLink(db, token))));
  expect(working.filter((code) => code === "done")).toHaveLength(1);
});

test("another contact is known at once, and the dispatcher is told", async () => {
  const world = await makeWorld();
  const change = (token: string, contactPhone = "138 0000 0000") =>
    changeContact(receiver, uuidv7(), ChangeContact.parse({ token, contactName: "刘书记", contactPhone }));
  expect(await refusalCode(change("nobody's"))).toBe("link_expired");
  await change(await linkOf(world));
  const [site] = await db.select().from(sites).where(eq(sites.id, world.site.id));
  expect(site).toMatchObject({ contactName: "刘书记", contactPhone: "138 0000 0000" });
  const told = await db.select().from(notices).where(eq(notices.subjectId, world.site.id));
  expect(told).toMatchObject([{ kind: "contact_changed", role: "dispatcher", detail: { site: site!.name } }]);
  expect(ChangeContact.safeParse({ token: "x", contactName: "刘", contactPhone: "没有" }).success).toBe(
    false,
  );
});
