import { z } from "zod";
import {
  deliveryStatuses,
  donorKinds,
  giftKinds,
  itemCategories,
  paymentKinds,
  runStatuses,
  stocktakeStatuses,
  transferStatuses,
  writeOffStatuses,
} from "#db/vocabulary";
import type { MemberActor } from "./actor.ts";
import { boxCustody } from "./boxes/custody.server.ts";
import { getCase } from "./cases/get.server.ts";
import { listCases } from "./cases/list.server.ts";
import { caseViews } from "./cases/view.ts";
import { listOverdue } from "./clocks/overdue.server.ts";
import { getConsignment } from "./consignments/get.server.ts";
import { listConsignments } from "./consignments/list.server.ts";
import { listUnknownBoxes } from "./consignments/unknown-boxes.server.ts";
import { consignmentViews } from "./consignments/view.ts";
import { deliveryCustody } from "./deliveries/custody.server.ts";
import { findAtDoor } from "./deliveries/find-at-door.server.ts";
import { findByCode } from "./deliveries/find-by-code.server.ts";
import { getDelivery } from "./deliveries/get.server.ts";
import { listDeliveries } from "./deliveries/list.server.ts";
import { getDonor } from "./donors/get.server.ts";
import { listDonors } from "./donors/list.server.ts";
import { refuse } from "./errors.ts";
import { listFunds } from "./funds/list.server.ts";
import { instant, optionalDay } from "./fields.ts";
import { GiftFilter } from "./gifts/filter.ts";
import { getGift } from "./gifts/get.server.ts";
import { listGifts } from "./gifts/list.server.ts";
import { getImport, listImports } from "./imports/get.server.ts";
import { getItem } from "./items/get.server.ts";
import { listItems } from "./items/list.server.ts";
import { getKit } from "./kits/get.server.ts";
import { listRecipes } from "./kits/list-recipes.server.ts";
import { listKits } from "./kits/list.server.ts";
import { listHistory } from "./ledger/list-history.server.ts";
import { getNeed } from "./needs/get.server.ts";
import { listNeeds } from "./needs/list.server.ts";
import { needViews } from "./needs/view.ts";
import { listNotices } from "./notices/list.server.ts";
import { getOrganization } from "./organizations/get.server.ts";
import { listReachableOrganizations } from "./organizations/list.server.ts";
import { getPayment } from "./payments/get.server.ts";
import { listPayments } from "./payments/list.server.ts";
import { listInvitations, listPeople, listTokens } from "./people/list.server.ts";
import { type Action, may } from "./permissions.ts";
import { getPhoto } from "./photos/get.server.ts";
import { listPhotos } from "./photos/list.server.ts";
import { photoViews } from "./photos/view.ts";
import { getSite } from "./places/get-site.server.ts";
import { getWarehouse } from "./places/get-warehouse.server.ts";
import { listSites } from "./places/list-sites.server.ts";
import { listCommittees, listTownships } from "./places/list-townships.server.ts";
import { listWarehouses } from "./places/list-warehouses.server.ts";
import { getPledge } from "./pledges/get.server.ts";
import { listPledges } from "./pledges/list.server.ts";
import { pledgeStates } from "./pledges/state.ts";
import { list, one, open, page, type Query, typed } from "./query.ts";
import { listStranded } from "./receipts/list-stranded.server.ts";
import { getRegister } from "./registers/get.server.ts";
import { getDestruction, listDestructions } from "./registers/list-destructions.server.ts";
import { listRegisters } from "./registers/list.server.ts";
import { balanceSheet } from "./reports/balance-sheet.server.ts";
import { listDistributions } from "./reports/distributions.server.ts";
import { publicSummary } from "./reports/public-summary.server.ts";
import { listReceipts } from "./reports/receipts.server.ts";
import { getReturn } from "./returns/get.server.ts";
import { listReturns } from "./returns/list.server.ts";
import { getRun } from "./runs/get.server.ts";
import { listDrivers, listPasses, listVehicles } from "./runs/list-fleet.server.ts";
import { listRuns } from "./runs/list.server.ts";
import { listAvailable } from "./stock/list-available.server.ts";
import { listStock } from "./stock/list.server.ts";
import { stockViews } from "./stock/view.ts";
import { getTransfer } from "./transfers/get.server.ts";
import { listTransfers } from "./transfers/list.server.ts";
import { getWriteOff, listWriteOffs } from "./write-offs/get.server.ts";
import { getStocktake } from "./stocktakes/get.server.ts";
import { getBinSheet } from "./stocktakes/get-sheet.server.ts";
import { listDifferences } from "./stocktakes/list-differences.server.ts";
import { listStocktakes } from "./stocktakes/list.server.ts";

const id = z.uuid("bad_id").optional();
const townshipCode = z.string().regex(/^\d{9}$/, "bad_township");
/** An instant; now when it is left out. */
const moment = instant.optional().transform((text) => (text === undefined ? undefined : new Date(text)));
const nothing = z.object({});
const paged = z.object({ page });
/** Civil dates in Shanghai, both included. */
const span = z.object({ from: optionalDay, to: optionalDay });
const reported = span.extend({ page, township: townshipCode.nullish().transform((code) => code ?? null) });

const books: Query[] = [
  list(
    "pledge",
    { "zh-CN": "认捐列表", en: "List pledges" },
    paged.extend({ q: typed, kind: z.enum(giftKinds).optional(), state: z.enum(pledgeStates).optional() }),
    (actor, { state, ...filter }) => listPledges(actor, { ...filter, ...(state && { states: [state] }) }),
  ),
  one("pledge", { "zh-CN": "一笔认捐", en: "One pledge" }, getPledge),
  list("gift", { "zh-CN": "捐赠列表", en: "List gifts" }, GiftFilter.extend({ page }), listGifts),
  one("gift", { "zh-CN": "一笔捐赠", en: "One gift" }, getGift),
  list("fund", { "zh-CN": "资金账户", en: "List funds and what is left in each" }, nothing, listFunds),
  list(
    "payment",
    { "zh-CN": "支出列表", en: "List payments" },
    paged.extend({ q: typed, kind: z.enum(paymentKinds).optional() }),
    listPayments,
  ),
  one("payment", { "zh-CN": "一笔支出", en: "One payment" }, getPayment),
  list(
    "donor",
    { "zh-CN": "捐赠人列表", en: "List donors" },
    paged.extend({ q: typed, kind: z.enum(donorKinds).optional() }),
    listDonors,
  ),
  one("donor", { "zh-CN": "一位捐赠人", en: "One donor" }, getDonor),
  list("import", { "zh-CN": "最近的导入", en: "List the last imports" }, nothing, listImports),
  one("import", { "zh-CN": "一次导入：读到了什么，还要改什么", en: "One import" }, getImport),
];

const goods: Query[] = [
  list(
    "consignment",
    { "zh-CN": "到货单列表", en: "List consignments" },
    paged.extend({ q: typed, view: z.enum(consignmentViews).optional() }),
    listConsignments,
  ),
  one("consignment", { "zh-CN": "一张到货单", en: "One consignment" }, getConsignment),
  list(
    "unknown-box",
    { "zh-CN": "没开的箱子", en: "List boxes that nobody has opened" },
    paged,
    listUnknownBoxes,
  ),
  list(
    "item",
    { "zh-CN": "物资列表", en: "List items" },
    paged.extend({ q: typed, category: z.enum(itemCategories).optional() }),
    listItems,
  ),
  one("item", { "zh-CN": "一种物资", en: "One item" }, getItem),
  list(
    "stock",
    {
      "zh-CN": "库存：每种物资的数量和批次",
      en: "What stands in the warehouses, item by item, with its lots",
    },
    paged.extend({ q: typed, warehouseId: id, itemId: id, view: z.enum(stockViews).default("all") }),
    listStock,
  ),
  list(
    "available",
    { "zh-CN": "一个仓库能发给一个接收点的物资", en: "What a warehouse may send to a site" },
    z.object({ warehouseId: z.uuid("bad_id"), siteId: z.uuid("bad_id") }),
    (actor, { warehouseId, siteId }) => listAvailable(actor, warehouseId, siteId),
  ),
  list("warehouse", { "zh-CN": "仓库列表", en: "List warehouses" }, nothing, listWarehouses),
  one("warehouse", { "zh-CN": "一个仓库和它的库位", en: "One warehouse with its bins" }, getWarehouse),
  list(
    "stocktake",
    { "zh-CN": "盘点单列表", en: "List stocktakes" },
    paged.extend({ warehouseId: id, status: z.enum(stocktakeStatuses).optional() }),
    listStocktakes,
  ),
  one(
    "stocktake",
    { "zh-CN": "一张盘点单和它的进度", en: "One stocktake and how far it has come" },
    getStocktake,
  ),
  list(
    "stocktake-sheet",
    {
      "zh-CN": "盘点单里一个库位的清点表（带核对码 since）",
      en: "The sheet for counting one place of a stocktake, with the `since` that goes back with the count",
    },
    z.object({ stocktakeId: z.uuid("bad_id"), accountId: z.string() }),
    (actor, { stocktakeId, accountId }) => getBinSheet(actor, stocktakeId, accountId),
  ),
  list(
    "stocktake-difference",
    { "zh-CN": "一张盘点单的差异", en: "Where a stocktake differs from the books" },
    z.object({ stocktakeId: z.uuid("bad_id") }),
    (actor, { stocktakeId }) => listDifferences(actor, stocktakeId),
  ),
  list(
    "site",
    { "zh-CN": "接收点列表", en: "List sites" },
    paged.extend({ q: typed, townshipCode: townshipCode.optional() }),
    listSites,
  ),
  one("site", { "zh-CN": "一个接收点", en: "One site" }, getSite),
  list(
    "need",
    { "zh-CN": "需求列表", en: "List what sites ask for" },
    paged.extend({ siteId: id, view: z.enum(needViews).optional() }),
    listNeeds,
  ),
  one("need", { "zh-CN": "一条需求", en: "One need" }, (actor, needId) => getNeed(actor, needId)),
  list(
    "clock",
    { "zh-CN": "时限：超时的在前", en: "List running clocks, overdue first" },
    paged,
    (actor, filter) => listOverdue(actor, filter),
  ),
  list("notice", { "zh-CN": "提醒列表", en: "List notices" }, paged, listNotices),
  list(
    "delivery",
    { "zh-CN": "发放单列表", en: "List deliveries" },
    paged.extend({ q: typed, siteId: id, status: z.enum(deliveryStatuses).optional() }),
    listDeliveries,
  ),
  one("delivery", { "zh-CN": "一张发放单", en: "One delivery" }, getDelivery),
  list(
    "report",
    { "zh-CN": "手机里没送到的签收", en: "List receipts that were left in phones" },
    paged.extend({
      settled: z
        .enum(["true", "false"])
        .default("false")
        .transform((word) => word === "true"),
    }),
    listStranded,
  ),
  list(
    "box-custody",
    { "zh-CN": "一箱在谁手里，`at` 是哪一刻", en: "Who holds a box, or held it at the moment `at`" },
    z.object({ code: z.string(), at: moment }),
    (actor, { code, at }) => boxCustody(actor, code, at),
  ),
  list(
    "delivery-custody",
    { "zh-CN": "一张发放单的货在谁手里", en: "Who holds the boxes of a delivery, or held them at `at`" },
    z.object({ deliveryId: z.uuid("bad_id"), at: moment }),
    (actor, { deliveryId, at }) => deliveryCustody(actor, deliveryId, at),
  ),
  list(
    "run",
    { "zh-CN": "车次列表", en: "List runs" },
    paged.extend({ status: z.enum(runStatuses).optional() }),
    listRuns,
  ),
  one(
    "run",
    {
      "zh-CN": "一趟车：各站，和出发前还缺什么",
      en: "One run: its stops, and what is missing before it leaves",
    },
    (actor, runId) => getRun(actor, runId),
  ),
  list("vehicle", { "zh-CN": "车辆列表", en: "List vehicles" }, nothing, (actor) => listVehicles(actor)),
  list("pass", { "zh-CN": "通行证列表", en: "List road passes" }, nothing, (actor) => listPasses(actor)),
  list("driver", { "zh-CN": "司机列表", en: "List drivers" }, nothing, (actor) => listDrivers(actor)),
  list("recipe", { "zh-CN": "组合包的配料", en: "List the recipes of kits" }, nothing, (actor) =>
    listRecipes(actor),
  ),
  list(
    "case",
    { "zh-CN": "差异单列表", en: "List cases: what was missing, damaged, extra, or counted twice" },
    paged.extend({ view: z.enum(caseViews).optional(), deliveryId: id, transferId: id, warehouseId: id }),
    listCases,
  ),
  one("case", { "zh-CN": "一张差异单", en: "One case" }, getCase),
  list(
    "photo",
    { "zh-CN": "照片列表", en: "List photos" },
    paged.extend({ view: z.enum(photoViews).optional(), subjectId: id }),
    listPhotos,
  ),
  one("photo", { "zh-CN": "一张照片", en: "One photo" }, (actor, photoId) => getPhoto(actor, photoId)),
  list(
    "register",
    { "zh-CN": "领取登记册列表", en: "List registers of who gets what at a site" },
    paged.extend({ q: typed, deliveryId: id }),
    listRegisters,
  ),
  one("register", { "zh-CN": "一本登记册：没有姓名", en: "One register, without names" }, getRegister),
  list(
    "destruction",
    { "zh-CN": "个人信息销毁记录", en: "List certificates of destruction" },
    paged,
    listDestructions,
  ),
  one("destruction", { "zh-CN": "一份销毁记录", en: "One certificate of destruction" }, getDestruction),
  list("kit", { "zh-CN": "组包列表", en: "List assemblies of kits" }, paged, listKits),
  one("kit", { "zh-CN": "一次组包：里面是哪些捐赠", en: "One assembly of kits, traced to gifts" }, getKit),
  list(
    "transfer",
    { "zh-CN": "调拨列表", en: "List transfers between warehouses" },
    paged.extend({ status: z.enum(transferStatuses).optional() }),
    listTransfers,
  ),
  one("transfer", { "zh-CN": "一张调拨单", en: "One transfer" }, getTransfer),
  list(
    "return",
    { "zh-CN": "退回列表", en: "List what sites sent back" },
    paged.extend({ deliveryId: id }),
    listReturns,
  ),
  one("return", { "zh-CN": "一张退回单", en: "One return" }, getReturn),
  list(
    "write-off",
    { "zh-CN": "报损列表", en: "List write-offs" },
    paged.extend({ status: z.enum(writeOffStatuses).optional() }),
    listWriteOffs,
  ),
  one("write-off", { "zh-CN": "一张报损单", en: "One write-off" }, getWriteOff),
  one(
    "history",
    { "zh-CN": "一张单据的经过：每一步是谁、何时办的", en: "What happened to a document, step by step" },
    listHistory,
  ),
];

const people: Query[] = [
  list(
    "organization",
    { "zh-CN": "能看到的机构", en: "List organizations within reach" },
    nothing,
    listReachableOrganizations,
  ),
  one("organization", { "zh-CN": "一家机构", en: "One organization" }, getOrganization),
  list("user", { "zh-CN": "人员列表", en: "List people" }, paged, whoMay("user.invite", listPeople)),
  list(
    "invitation",
    { "zh-CN": "还能用的邀请", en: "List open invitations" },
    nothing,
    whoMay("user.invite", listInvitations),
  ),
  list(
    "token",
    { "zh-CN": "接口令牌列表", en: "List API tokens" },
    paged,
    whoMay("token.create", listTokens),
  ),
];

const forEverybody: Query[] = [
  open("summary", { "zh-CN": "公示首页的汇总", en: "What the public home shows" }, nothing, publicSummary),
  open(
    "receipts",
    { "zh-CN": "捐赠款物接收公示表", en: "Public table of what was received" },
    reported,
    ({ page, ...filter }) => listReceipts(filter, page),
  ),
  open(
    "distributions",
    { "zh-CN": "捐赠款物分配使用公示表", en: "Public table of what was given out" },
    reported,
    ({ page, ...filter }) => listDistributions(filter, page),
  ),
  open(
    "balance-sheet",
    { "zh-CN": "收支结存汇总表", en: "Public balance of money and goods" },
    span,
    balanceSheet,
  ),
  open(
    "label/:code",
    { "zh-CN": "凭标签编号看一张发放单", en: "Look a label's code up, as whoever holds the label may" },
    nothing,
    (_filter, code, actor) =>
      actor.kind === "receiver" ? findAtDoor(actor.address, code) : findByCode(code),
  ),
  open("townships", { "zh-CN": "街镇", en: "List townships" }, nothing, listTownships),
  open(
    "townships/:code",
    { "zh-CN": "一个街镇的居委会和村委会", en: "List the committees of a township" },
    nothing,
    (_filter, code) => listCommittees(code),
  ),
];

/** Every list and every single thing that can be read by address. */
export const queries: readonly Query[] = [...books, ...goods, ...people, ...forEverybody];

/** Only for those who may also change what is listed. */
function whoMay<Filter, Result>(
  action: Action,
  run: (actor: MemberActor, filter: Filter) => Promise<Result>,
): (actor: MemberActor, filter: Filter) => Promise<Result> {
  return async (actor, filter) => (may(actor, action) ? run(actor, filter) : refuse("forbidden", { action }));
}
