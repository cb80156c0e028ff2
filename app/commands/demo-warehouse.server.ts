import { and, asc, eq, gt } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { balances, bins, db, items, labels, sites, sourceLots, users, warehouses } from "#db";
import type { Role } from "#db/vocabulary";
import type { MemberActor, OperatorActor } from "#app/domain/actor.ts";
import { moveBox } from "#app/domain/boxes/move.server.ts";
import { nestBox } from "#app/domain/boxes/nest.server.ts";
import { packBoxes } from "#app/domain/boxes/pack.server.ts";
import { pickBox } from "#app/domain/boxes/pick.server.ts";
import { receiveBox } from "#app/domain/boxes/receive.server.ts";
import { MoveBox, NestBox, PackBoxes, PickBox, ReceiveBox } from "#app/domain/boxes/schema.ts";
import { expectConsignment } from "#app/domain/consignments/expect.server.ts";
import { refuseGoods } from "#app/domain/consignments/refuse.server.ts";
import { ExpectConsignment, RefuseGoods } from "#app/domain/consignments/schema.ts";
import { civilDate } from "#app/domain/dates.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { startPicking } from "#app/domain/deliveries/start-picking.server.ts";
import { SetRecipe } from "#app/domain/kits/schema.ts";
import { setRecipe } from "#app/domain/kits/set-recipe.server.ts";
import { labelBins } from "#app/domain/labels/for-bins.server.ts";
import { printBlankLabels } from "#app/domain/labels/print-blank.server.ts";
import { addBin } from "#app/domain/places/add-bin.server.ts";
import { AddBin } from "#app/domain/places/schema.ts";
import { moveStock } from "#app/domain/stock/move.server.ts";
import { MoveStock } from "#app/domain/stock/schema.ts";
import { countBin } from "#app/domain/stocktakes/count-bin.server.ts";
import { getBinSheet } from "#app/domain/stocktakes/get-sheet.server.ts";
import { openStocktake } from "#app/domain/stocktakes/open.server.ts";
import { CountBin, OpenStocktake } from "#app/domain/stocktakes/schema.ts";
import { WriteOff } from "#app/domain/write-offs/schema.ts";
import { writeOff } from "#app/domain/write-offs/write-off.server.ts";
import { demoEmail } from "./demo-words.ts";

const newBins = [
  { name: "A-02", zone: "纸品区", capacity: 12 },
  { name: "B-01", zone: "寝具区", capacity: 30 },
  { name: "B-02", zone: "寝具区", capacity: 30 },
];

/**
 * A day in the warehouse beside the case of 2022: what is left of it boxed, counted and picked, goods that were announced
 * and goods at the door. Nothing comes into the books and nothing leaves the warehouse, so that the published totals
 * stay. A warehouse that has more than its first bin already is left alone.
 */
export async function fillDemoWarehouse(operator: OperatorActor): Promise<void> {
  const [warehouse] = await db
    .select()
    .from(warehouses)
    .where(eq(warehouses.organizationId, operator.organizationId))
    .orderBy(asc(warehouses.createdAt))
    .limit(1);
  if (!warehouse || (await binsOf(warehouse.id)).size > 1) return;
  const keeper = await demoUser(operator, "warehouse_keeper");
  const depot: Depot = { warehouseId: warehouse.id, keeper, bins: await furnish(keeper, warehouse.id) };
  await boxBedding(depot);
  await pickGreetingCards(depot, await demoUser(operator, "dispatcher"));
  await askForWriteOff(depot);
  await writeRecipe(keeper);
  await announceGoods(depot, await demoUser(operator, "fund_officer"));
  await receiveAtTheDoor(depot);
  await countBedding(depot);
}

interface Depot {
  warehouseId: string;
  keeper: MemberActor;
  /** By name. */
  bins: Map<string, { id: string; accountId: bigint }>;
}

/** The demo's person of a role, within what the operator reaches. */
export async function demoUser({ organizationId, reach, responseId }: OperatorActor, role: Role) {
  const [user] = await db
    .select()
    .from(users)
    .where(eq(users.email, demoEmail(role)));
  if (!user) throw new Error(`the demo has no ${role}`);
  const { id: userId, name } = user;
  return { kind: "user", userId, name, organizationId, reach, responseId, roles: [role] } as const;
}

async function binsOf(warehouseId: string): Promise<Depot["bins"]> {
  const found = await db.select().from(bins).where(eq(bins.warehouseId, warehouseId));
  return new Map(found.map((bin) => [bin.name, bin]));
}

async function furnish(keeper: MemberActor, warehouseId: string): Promise<Depot["bins"]> {
  for (const bin of newBins) await addBin(keeper, uuidv7(), AddBin.parse({ warehouseId, ...bin }));
  const furnished = await binsOf(warehouseId);
  const binIds = [...furnished.values()].map(({ id }) => id);
  await labelBins(keeper, uuidv7(), { warehouseId, binIds });
  return furnished;
}

/** The blankets and quilts that are left, in boxes on their own shelves; some quilts are held back. */
async function boxBedding(depot: Depot): Promise<void> {
  const blankets = await boxUp(depot, "毛毯", { boxes: 20, quantity: 20 });
  for (const code of blankets.slice(0, 12)) await carry(depot, code, "B-01");
  const quilts = await boxUp(depot, "二手棉被", { boxes: 12, quantity: 10 });
  for (const code of quilts) await carry(depot, code, "B-02");
  const { assetId, accountId } = await standing(depot, "二手棉被", "A-01");
  const held = { to: "quarantine", quantity: "24", reason: "外包装受潮，等着查" };
  const input = { warehouseId: depot.warehouseId, assetId, fromAccount: accountId, ...held };
  await moveStock(depot.keeper, uuidv7(), MoveStock.parse(input));
}

/** A delivery that is being picked: one of its two boxes is off the shelf. */
async function pickGreetingCards(depot: Depot, dispatcher: MemberActor): Promise<void> {
  const codes = await boxUp(depot, "慰问卡", { boxes: 8, quantity: 200 });
  for (const code of codes) await carry(depot, code, "A-02");
  const [site] = await db
    .select()
    .from(sites)
    .where(and(eq(sites.organizationId, dispatcher.organizationId), eq(sites.name, "高青路居委会")));
  if (!site) throw new Error("the demo has no 高青路居委会");
  const { id: deliveryId } = await createDelivery(
    dispatcher,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: depot.warehouseId,
      siteId: site.id,
      boxes: 2,
      note: "跟车一起送，下午有人收",
      lines: [{ itemId: await itemCalled("慰问卡"), quantity: "400" }],
    }),
  );
  await startPicking(depot.keeper, uuidv7(), { deliveryId });
  await pickBox(depot.keeper, uuidv7(), PickBox.parse({ deliveryId, code: codes[0] }));
}

async function askForWriteOff(depot: Depot): Promise<void> {
  const { assetId, accountId, amount } = await standing(depot, "自制香囊", "A-01");
  const input = WriteOff.parse({
    warehouseId: depot.warehouseId,
    assetId,
    accountId,
    quantity: amount,
    reason: "expired",
    remark: "过了有效期，香味没了，不能再发",
    evidence: "现场照片 3 张，吴老师、陈师傅在场",
  });
  await writeOff(depot.keeper, uuidv7(), input);
}

async function writeRecipe(keeper: MemberActor): Promise<void> {
  const parts = [
    ["医用外科口罩", "10"],
    ["抗原检测试剂", "5"],
    ["75%酒精消毒液", "1"],
    ["一次性手套", "1"],
  ] as const;
  const components = [];
  for (const [name, quantity] of parts) components.push({ itemId: await itemCalled(name), quantity });
  const input = SetRecipe.parse({ itemId: await itemCalled("家庭防疫包"), components });
  await setRecipe(keeper, uuidv7(), input);
}

/** Announced for tomorrow, and for today what its donor has still to say. */
async function announceGoods({ warehouseId }: Depot, officer: MemberActor): Promise<void> {
  const expected = {
    warehouseId,
    donor: "浦江公益基金会43",
    expectedOn: daysFromNow(1),
    expectedBoxes: 26,
    note: "厢式货车，上午到，要两个人卸",
    lines: [
      { item: "医用外科口罩", unit: "只", quantity: "20", packName: "箱", packSize: "2000" },
      { item: "抗原检测试剂", unit: "人份", quantity: "6", packName: "箱", packSize: "500" },
    ],
  };
  await expectConsignment(officer, uuidv7(), ExpectConsignment.parse(expected));
  const unsaid = { warehouseId, donor: "川沙健康商会22", expectedOn: daysFromNow(0) };
  await expectConsignment(officer, uuidv7(), ExpectConsignment.parse(unsaid));
}

/** Being counted: six boxes of gowns, two of which stand on a pallet, two boxes nobody opened, and one sent back. */
async function receiveAtTheDoor({ warehouseId, keeper }: Depot): Promise<void> {
  const gowns = { item: "隔离衣", unit: "件", packName: "箱", packSize: "50" };
  const { id: consignmentId } = await expectConsignment(
    keeper,
    uuidv7(),
    ExpectConsignment.parse({
      warehouseId,
      donor: "陆家嘴慈善有限公司02",
      expectedOn: daysFromNow(0),
      expectedBoxes: 10,
      lines: [{ ...gowns, quantity: "8", lotNumber: "GY-0412", expiresOn: daysFromNow(700) }],
    }),
  );
  const codes = await blankLabels(keeper, 24);
  const receive = async (box: object): Promise<string> => {
    const code = codes.shift();
    await receiveBox(keeper, uuidv7(), ReceiveBox.parse({ consignmentId, code, ...box }));
    return code!;
  };
  const full = [];
  for (let n = 0; n < 6; n += 1) full.push(await receive({ line: 1, quantity: "50" }));
  await receive({ note: "纸箱，没有单子，摇起来有瓶子声", weightGrams: 12_400 });
  await receive({ note: "编织袋，摸着像衣服" });
  const pallet = await receive({ kind: "pallet", note: "隔离衣，还没码完" });
  for (const code of full.slice(0, 2)) await nestBox(keeper, uuidv7(), NestBox.parse({ code, pallet }));
  const sentBack = {
    n: 1,
    quantity: "50",
    action: "rejected",
    reason: "damaged_packaging",
    note: "一箱泡了水",
  };
  await refuseGoods(keeper, uuidv7(), RefuseGoods.parse({ consignmentId, ...sentBack }));
}

/** A blind count of the bedding shelves: one is counted, a box short. */
async function countBedding({ warehouseId, keeper, bins: places }: Depot): Promise<void> {
  const [first, second] = [places.get("B-01")!, places.get("B-02")!];
  const opening = { warehouseId, kind: "cycle", binIds: [first.id, second.id], note: "寝具区月底盘点" };
  const { id: stocktakeId } = await openStocktake(keeper, uuidv7(), OpenStocktake.parse(opening));
  const accountId = `${first.accountId}`;
  const { since, lots } = await getBinSheet(keeper, stocktakeId, accountId);
  const counts = lots.map(({ assetId }) => ({ assetId, counted: "220" }));
  await countBin(keeper, uuidv7(), CountBin.parse({ stocktakeId, accountId, since, counts }));
}

async function boxUp(
  depot: Depot,
  item: string,
  how: { boxes: number; quantity: number },
): Promise<string[]> {
  const { assetId, accountId } = await standing(depot, item, "A-01");
  const input = PackBoxes.parse({ warehouseId: depot.warehouseId, assetId, accountId, ...how });
  return (await packBoxes(depot.keeper, uuidv7(), input)).codes;
}

async function carry({ keeper, bins: places }: Depot, code: string, bin: string): Promise<void> {
  await moveBox(keeper, uuidv7(), MoveBox.parse({ code, to: places.get(bin)!.id }));
}

/** The largest lot of an item in a bin. */
async function standing(depot: Depot, item: string, bin: string) {
  const [lot] = await db
    .select({ assetId: balances.assetId, accountId: balances.accountId, amount: balances.amount })
    .from(balances)
    .innerJoin(sourceLots, eq(sourceLots.assetId, balances.assetId))
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(
      and(
        eq(balances.accountId, depot.bins.get(bin)!.accountId),
        eq(items.name, item),
        gt(balances.amount, 0n),
      ),
    )
    .orderBy(asc(balances.assetId))
    .limit(1);
  if (!lot) throw new Error(`the demo has no ${item} in ${bin}`);
  return { assetId: `${lot.assetId}`, accountId: `${lot.accountId}`, amount: `${lot.amount}` };
}

async function itemCalled(name: string): Promise<string> {
  const [item] = await db.select().from(items).where(eq(items.name, name)).limit(1);
  if (!item) throw new Error(`the demo has no ${name}`);
  return item.id;
}

async function blankLabels(keeper: MemberActor, count: number): Promise<string[]> {
  const { runId } = await printBlankLabels(keeper, uuidv7(), { count });
  const printed = await db.select().from(labels).where(eq(labels.runId, runId)).orderBy(asc(labels.code));
  return printed.map(({ code }) => code);
}

const DAY = 86_400_000;
const daysFromNow = (days: number): string => civilDate(new Date(Date.now() + days * DAY));
