import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, donors } from "#db";
import { newCode } from "#app/domain/code.ts";
import { addCampaign } from "#app/domain/disclosures/add-campaign.server.ts";
import { publishReport } from "#app/domain/publications/publish.server.ts";
import { PublishReport } from "#app/domain/publications/schema.ts";
import { listDeadlines } from "#app/domain/disclosures/list-deadlines.server.ts";
import { AddCampaign } from "#app/domain/disclosures/schema.ts";
import { addItem } from "#app/domain/items/add.server.ts";
import { AddItem } from "#app/domain/items/schema.ts";
import { uploadWorkbook } from "#app/domain/imports/upload.server.ts";
import { labelBins } from "#app/domain/labels/for-bins.server.ts";
import { recordNeed } from "#app/domain/needs/record.server.ts";
import { RecordNeed } from "#app/domain/needs/schema.ts";
import { createToken } from "#app/domain/people/create-token.server.ts";
import { inviteUser } from "#app/domain/people/invite.server.ts";
import { destroySealed } from "#app/domain/registers/destroy.server.ts";
import { DestroySealed } from "#app/domain/registers/schema.ts";
import { strandReports } from "#app/domain/receipts/keep-stranded.server.ts";
import { askQuestion } from "#app/domain/questions/ask.server.ts";
import { shareTrace } from "#app/domain/trace/share.server.ts";
import { putAway } from "#app/domain/stock/put-away.server.ts";
import { boxedMasks, keeperOf } from "./boxes.ts";
import { announce, blankLabels, check, count, receive, refuseSome } from "./consignments.ts";
import { giveMoney, pay, promise } from "./gifts.ts";
import { keepPhoto } from "./photos.ts";
import { household, openAt, write } from "./registers.ts";
import { packedWorld } from "./road.ts";
import { opened } from "./stocktake.ts";
import { crew, door, packed, passFor, plan } from "./runs.ts";
import { oneOfEachAct } from "./warehouse-acts.ts";
import { stockMasks, type World } from "./world.ts";

export type Kind =
  | "organization"
  | "warehouse"
  | "bin"
  | "site"
  | "item"
  | "otherItem"
  | "lot"
  | "account"
  | "box"
  | "boxEvent"
  | "consignment"
  | "refusal"
  | "unknownBox"
  | "delivery"
  | "donor"
  | "gift"
  | "pledge"
  | "payment"
  | "stocktake"
  | "secondWarehouse"
  | "kit"
  | "kitItem"
  | "kitLot"
  | "transfer"
  | "return"
  | "write-off"
  | "case"
  | "need"
  | "register"
  | "destruction"
  | "strandedReport"
  | "campaign"
  | "deadline"
  | "publication"
  | "vehicle"
  | "driver"
  | "pass"
  | "run"
  | "import"
  | "photo"
  | "question"
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
  await labelBins(administrator, uuidv7(), { warehouseId: world.warehouse.id, binIds: [world.bin.id] });
  const described = AddItem.parse({ name: "面屏", unit: "只", category: "protection" });
  const otherItem = await addItem(administrator, uuidv7(), described);
  const [donor] = await db.select().from(donors).where(eq(donors.organizationId, world.organizationId));
  const { box, boxEvent } = await movedBox(world);
  const stocktake = await opened(world);
  const arriving = await consignmentAtDoor(world);
  const ids: Ids = {
    organization: world.organizationId,
    warehouse: world.warehouse.id,
    bin: world.bin.id,
    site: world.site.id,
    item: world.mask.id,
    otherItem: otherItem.id,
    lot,
    account: `${world.bin.accountId}`,
    box,
    boxEvent,
    ...arriving,
    delivery: delivery.id,
    donor: donor!.id,
    gift: gift.id,
    pledge: pledge.id,
    payment: payment.id,
    stocktake: stocktake.id,
    ...(await oneOfEachAct(world, lot)),
    ...(await oneCampaign(world)),
    strandedReport: await strandedOf(delivery.code),
    ...(await onePlannedRun(world)),
    need: await oneNeed(world),
    ...(await oneRegister(world, delivery.id)),
    import: imported.id,
    photo: (await keepPhoto(world)).id,
    question: await oneQuestion(world, gift.id),
    user: auditor.userId,
    token: token.id,
    invitation: invitation.id,
  };
  return { world, ids };
}

/** A box's label, and the act that may be undone. */
async function movedBox(world: World) {
  const { codes } = await boxedMasks(world, 1);
  const box = codes[0]!;
  return { box, boxEvent: await keeperOf(world).move(box, world.bin.id) };
}

/** Goods that are being counted, some of them refused, and a box that came before and that nobody has opened. */
async function consignmentAtDoor(world: World) {
  const before = await announce(world);
  const [code = ""] = await blankLabels(world, 1);
  const unknown = await receive(world, before.id, code, { line: null, quantity: null });
  await check(world, before.id);
  const { id: consignment } = await announce(world);
  await count(world, consignment, { packs: "10" });
  const refusal = await refuseSome(world, consignment, { n: 1, quantity: "1" });
  return { consignment, refusal: refusal.id, unknownBox: unknown.id };
}

/** What the donor of a gift asked on its trace. */
async function oneQuestion(world: World, giftId: string): Promise<string> {
  const { code } = await shareTrace(world.actors.fund_officer, uuidv7(), { subjectId: giftId });
  const receiver = { kind: "receiver", address: "192.0.2.1" } as const;
  return (await askQuestion(receiver, uuidv7(), { code, question: "送到哪里了？" })).id;
}

/** What its site asks for. */
async function oneNeed(world: World): Promise<string> {
  const asked = { siteId: world.site.id, lines: [{ wish: world.mask.name, quantity: "10", unit: "只" }] };
  return (await recordNeed(world.actors.dispatcher, uuidv7(), RecordNeed.parse(asked))).id;
}

/** A register with a row that nobody has counted, and the certificate of names that stood in it before. */
async function oneRegister(world: World, deliveryId: string) {
  const { id: register } = await openAt(world, deliveryId);
  await write(world, register, [household({ name: "甲" })]);
  const input = DestroySealed.parse({ reason: "测试", understood: true });
  const { id: destruction } = await destroySealed(world.actors.administrator, uuidv7(), input);
  await write(world, register, [household({ name: "乙" })]);
  return { register, destruction };
}

/** A run that has not left, with its vehicle, driver and a pass. */
async function onePlannedRun(world: World) {
  const who = await crew(world, null);
  const pass = await passFor(world, who.vehicleId, { validTo: "2999-01-01T00:00:00Z" });
  const { id } = await packed(world, world.site.id);
  const run = await plan(world, who, [door(id, "10:00")]);
  return { vehicle: who.vehicleId, driver: who.driverId, pass: pass.id, run: run.id };
}

/** A report that was left in a phone. */
async function strandedOf(code: string): Promise<string> {
  const report = { id: uuidv7(), action: "delivery.confirm", body: { code }, keptSince: null };
  const receiver = { kind: "receiver", address: "192.0.2.1" } as const;
  const [kept = ""] = await strandReports(receiver, [{ ...report, refusal: "wrong_pin" }]);
  return kept;
}

/** A campaign, the first of its clocks, and a published report. */
async function oneCampaign(world: World) {
  const officer = world.actors.fund_officer;
  const input = AddCampaign.parse({
    kind: "campaign",
    name: "募捐",
    startsOn: "2022-03-23",
    emergency: true,
  });
  const campaign = await addCampaign(officer, uuidv7(), input);
  const [deadline] = await listDeadlines(officer);
  const period = PublishReport.parse({ periodFrom: "2022-03-01", periodTo: "2022-03-31" });
  const publication = await publishReport(officer, uuidv7(), period);
  return { campaign: campaign.id, deadline: deadline!.id, publication: publication.id };
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
  const [uuid, number] = [uuidv7(), "99999999999"];
  return {
    organization: uuid,
    warehouse: uuid,
    bin: uuid,
    site: uuid,
    item: uuid,
    otherItem: uuid,
    lot: number,
    account: number,
    box: newCode(),
    boxEvent: uuid,
    consignment: uuid,
    refusal: uuid,
    unknownBox: uuid,
    delivery: uuid,
    donor: uuid,
    gift: uuid,
    pledge: uuid,
    payment: uuid,
    stocktake: uuid,
    secondWarehouse: uuid,
    kit: uuid,
    kitItem: uuid,
    kitLot: number,
    transfer: uuid,
    return: uuid,
    "write-off": uuid,
    case: uuid,
    need: uuid,
    register: uuid,
    destruction: uuid,
    strandedReport: uuid,
    campaign: uuid,
    deadline: uuid,
    publication: uuid,
    vehicle: uuid,
    driver: uuid,
    pass: uuid,
    run: uuid,
    import: uuid,
    photo: uuid,
    question: uuid,
    user: uuid,
    token: uuid,
    invitation: uuid,
  };
}
