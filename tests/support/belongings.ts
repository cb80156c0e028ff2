import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, donors } from "#db";
import { uploadWorkbook } from "#app/domain/imports/upload.server.ts";
import { createToken } from "#app/domain/people/create-token.server.ts";
import { inviteUser } from "#app/domain/people/invite.server.ts";
import { putAway } from "#app/domain/stock/put-away.server.ts";
import { giveMoney, pay, promise } from "./gifts.ts";
import { packedWorld } from "./road.ts";
import { stockMasks, type World } from "./world.ts";

export type Kind =
  | "organization"
  | "warehouse"
  | "bin"
  | "site"
  | "item"
  | "lot"
  | "account"
  | "delivery"
  | "donor"
  | "gift"
  | "pledge"
  | "payment"
  | "import"
  | "user"
  | "token"
  | "invitation";

/** An id of each kind of thing. */
export type Ids = Record<Kind, string>;

/** An organization with one of each thing, its ids and its people. `lot` stands in its bin, whose account is `account`. */
export async function makeBelongings() {
  const { world, delivery } = await packedWorld();
  const { administrator, fund_officer, auditor } = world.actors;
  const gift = await giveMoney(world);
  const pledge = await promise(world);
  const payment = await pay(world);
  const bytes = await readFile("db/seed/case-2022/捐赠登记总表.xlsx");
  const file = { fileName: "捐赠登记总表.xlsx", mapping: {}, bytes };
  const imported = await uploadWorkbook(fund_officer, uuidv7(), file);
  const token = await createToken(administrator, uuidv7(), { name: "程序", role: "auditor" });
  const invited = { organizationId: null, role: "auditor", note: null } as const;
  const invitation = await inviteUser(administrator, uuidv7(), invited);
  const lot = await lotInBin(world);
  const [donor] = await db.select().from(donors).where(eq(donors.organizationId, world.organizationId));
  const ids: Ids = {
    organization: world.organizationId,
    warehouse: world.warehouse.id,
    bin: world.bin.id,
    site: world.site.id,
    item: world.mask.id,
    lot,
    account: `${world.bin.accountId}`,
    delivery: delivery.id,
    donor: donor!.id,
    gift: gift.id,
    pledge: pledge.id,
    payment: payment.id,
    import: imported.id,
    user: auditor.userId,
    token: token.id,
    invitation: invitation.id,
  };
  return { world, ids };
}

async function lotInBin(world: World): Promise<string> {
  const [lot = ""] = await stockMasks(world, { quantity: "50" });
  await putAway(world.actors.warehouse_keeper, uuidv7(), {
    warehouseId: world.warehouse.id,
    lines: [{ assetId: lot, binId: world.bin.id, quantity: 20n }],
  });
  return lot;
}

/** Ids that are nobody's. */
export function nobodysIds(): Ids {
  const [uuid, number] = [uuidv7(), "999999999"];
  return {
    organization: uuid,
    warehouse: uuid,
    bin: uuid,
    site: uuid,
    item: uuid,
    lot: number,
    account: number,
    delivery: uuid,
    donor: uuid,
    gift: uuid,
    pledge: uuid,
    payment: uuid,
    import: uuid,
    user: uuid,
    token: uuid,
    invitation: uuid,
  };
}
