import { uuidv7 } from "uuidv7";
import { bins, db, items, organizations, responses, users, grants } from "#db";
import type { Role, SiteKind } from "#db/vocabulary";
import type { UserActor } from "#app/domain/actor.ts";
import { addSites } from "#app/domain/places/add-site.server.ts";
import { openWarehouse } from "#app/domain/places/add-warehouse.server.ts";
import { receiveGoods } from "#app/domain/gifts/receive-goods.server.ts";
import { type GoodsLine, ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { eq } from "drizzle-orm";
import type { z } from "zod";

export type World = Awaited<ReturnType<typeof makeWorld>>;

let count = 0;

/** A small world of a test's own: one organization with its people, a warehouse, a bin and two sites. */
export async function makeWorld() {
  count += 1;
  const tag = `${process.pid}-${count}-${Date.now()}`;
  const responseId = uuidv7();
  const organizationId = uuidv7();
  return db.transaction(async (tx) => {
    await tx
      .insert(responses)
      .values({ id: responseId, name: `响应 ${tag}`, nameEn: `Response ${tag}`, startsOn: "2022-03-01" });
    await tx.insert(organizations).values({
      id: organizationId,
      name: `测试社会组织 ${tag}`,
      kind: "social_organization",
      responseId,
      hotline: "021-0000-0000",
    });
    const warehouse = await openWarehouse(tx, organizationId, { name: "测试仓", address: null });
    const [bin] = await tx.select().from(bins).where(eq(bins.warehouseId, warehouse.id));
    const [site, fieldHospital] = await addSites(tx, organizationId, [
      siteCalled("潍坊一村居委会", "committee", "310115004"),
      siteCalled("花木方舱医院", "field_hospital", "310115016"),
    ]);
    const [mask] = await tx
      .insert(items)
      .values({ id: uuidv7(), organizationId, name: "医用外科口罩", category: "protection", baseUnit: "只" })
      .returning();
    const actors = {} as Record<Role, UserActor>;
    for (const role of [
      "administrator",
      "fund_officer",
      "warehouse_keeper",
      "dispatcher",
      "site_contact",
      "auditor",
    ] as const) {
      const userId = uuidv7();
      await tx.insert(users).values({
        id: userId,
        name: role,
        email: `${role}-${tag}@example.org`,
        passwordHash: "unusable",
      });
      await tx.insert(grants).values({ userId, organizationId, role });
      actors[role] = {
        kind: "user",
        userId,
        name: role,
        organizationId,
        reach: [organizationId],
        responseId,
        roles: [role],
      };
    }
    return {
      tag,
      responseId,
      organizationId,
      warehouse,
      bin: bin!,
      site: site!,
      fieldHospital: fieldHospital!,
      mask: mask!,
      actors,
    };
  });
}

const siteCalled = (name: string, kind: SiteKind, townshipCode: string) => ({
  name,
  kind,
  townshipCode,
  committeeCode: null,
  address: null,
  contactName: null,
  contactPhone: null,
});

/** Masks taken in at the world's dock; answers the lots' asset ids. */
export async function stockMasks(
  world: World,
  ...lines: Partial<z.input<typeof GoodsLine>>[]
): Promise<string[]> {
  const input = ReceiveGoods.parse({
    warehouseId: world.warehouse.id,
    donor: "测试捐赠有限公司",
    receivedOn: "2022-03-14",
    lines: lines.map((line) => ({ item: world.mask.name, unit: "只", quantity: "100", ...line })),
  });
  const gift = await receiveGoods(world.actors.warehouse_keeper, uuidv7(), input);
  return gift.lots;
}
