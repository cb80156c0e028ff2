import type { Action } from "#app/domain/permissions.ts";
import type { Ids, Kind } from "./belongings.ts";

/** One form of a page: whose permission it needs (null: everybody's own), what is sent, and which ids stand in it. */
export interface Post {
  action: Action | null;
  form: (ids: Ids) => Record<string, string>;
  names?: Kind[];
}

/** A page of the desk: the kind of thing `$id` is, what its address may name besides, and its forms. */
export interface DeskRoute {
  param?: Kind;
  query?: (ids: Ids) => Record<string, string>;
  names?: Kind[];
  posts?: Post[];
}

const because = { reason: "测试" };
const march = { periodFrom: "2022-03-01", periodTo: "2022-03-31" };

/** Every page under /desk, by its file. A new one without an entry here fails tests/routes/reach.test.ts. */
export const deskRoutes: Record<string, DeskRoute> = {
  "desk.tsx": {},
  "desk._index.tsx": {},
  "desk.find.tsx": {},
  "desk.account.tsx": {
    posts: [
      {
        action: null,
        form: (ids) => ({ intent: "switch", organizationId: ids.organization }),
        names: ["organization"],
      },
    ],
  },
  "desk.board.tsx": { query: (ids) => ({ warehouse: ids.warehouse }), names: ["warehouse"] },
  "desk.boxes._index.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, bin: ids.bin }),
    names: ["warehouse", "bin"],
  },
  "desk.boxes.$id.tsx": {
    param: "box",
    posts: [
      {
        action: "box.handle",
        form: (ids) => ({ intent: "move", code: ids.box, to: ids.bin }),
        names: ["bin"],
      },
      {
        action: "box.handle",
        form: (ids) => ({ intent: "undo", eventId: ids.boxEvent }),
        names: ["boxEvent"],
      },
      { action: "box.handle", form: (ids) => ({ intent: "empty", code: ids.box, ...because }) },
      { action: "label.print", form: (ids) => ({ intent: "replace", code: ids.box, ...because }) },
    ],
  },
  "desk.boxes.pallets.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse }),
    names: ["warehouse"],
    posts: [
      {
        action: "box.handle",
        form: (ids) => ({ warehouseId: ids.warehouse, binId: ids.bin, pallets: "1" }),
        names: ["warehouse", "bin"],
      },
    ],
  },
  "desk.cases._index.tsx": {},
  "desk.cases.$id._index.tsx": {
    param: "case",
    posts: [
      { action: "case.work", form: () => ({ intent: "note", text: "问过司机" }) },
      {
        action: "case.work",
        form: (ids) => ({ intent: "assign", userId: ids.user }),
        names: ["user"],
      },
      {
        action: "case.decide",
        form: (ids) => ({
          intent: "decide",
          decision: "replaced",
          replacementId: ids.delivery,
          note: "补发",
        }),
        names: ["delivery"],
      },
      { action: "case.work", form: () => ({ intent: "close" }) },
    ],
  },
  "desk.cases.$id.report.tsx": { param: "case" },
  "desk.clocks._index.tsx": {},
  "desk.consignments._index.tsx": {},
  "desk.consignments.new.tsx": {
    query: (ids) => ({ pledge: ids.pledge }),
    names: ["pledge"],
    posts: [
      {
        action: "consignment.expect",
        form: (ids) => ({ warehouseId: ids.warehouse }),
        names: ["warehouse"],
      },
    ],
  },
  "desk.consignments.open.tsx": {
    posts: [
      {
        action: "consignment.count",
        form: (ids) => ({ warehouseId: ids.warehouse }),
        names: ["warehouse"],
      },
    ],
  },
  "desk.consignments.$id._index.tsx": {
    param: "consignment",
    posts: [
      { action: "consignment.expect", form: () => ({ intent: "share" }) },
      {
        action: "consignment.count",
        form: (ids) => ({ intent: "accept", refusalId: ids.refusal }),
        names: ["refusal"],
      },
    ],
  },
  "desk.consignments.$id.count.tsx": {
    param: "consignment",
    posts: [
      { action: "consignment.count", form: () => ({ n: "1", counted: "1000" }) },
      {
        action: "consignment.count",
        form: () => ({ intent: "add", "goods.item": "毛巾", "goods.unit": "条", "goods.quantity": "1" }),
      },
    ],
  },
  "desk.consignments.$id.refuse.tsx": {
    param: "consignment",
    posts: [
      {
        action: "consignment.count",
        form: () => ({ n: "1", quantity: "1", action: "rejected", reason: "unsafe" }),
      },
    ],
  },
  "desk.consignments.$id.receive.tsx": {
    param: "consignment",
    posts: [{ action: "consignment.check", form: () => ({ overrideReason: "测试" }) }],
  },
  "desk.consignments.$id.cancel.tsx": {
    param: "consignment",
    posts: [{ action: "consignment.expect", form: () => because }],
  },
  "desk.consignments.$id.note.tsx": { param: "consignment" },
  "desk.consignments.boxes._index.tsx": {},
  "desk.consignments.boxes.$id.tsx": {
    param: "unknownBox",
    posts: [
      {
        action: "consignment.count",
        form: () => ({ "goods.item": "毛巾", "goods.unit": "条", "goods.quantity": "1" }),
      },
    ],
  },
  "desk.deliveries._index.tsx": {},
  "desk.deliveries.new.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, site: ids.site, need: ids.need }),
    names: ["warehouse", "site", "need"],
    posts: [
      {
        action: "delivery.create",
        form: (ids) => ({
          warehouseId: ids.warehouse,
          siteId: ids.site,
          needId: ids.need,
          boxes: "1",
          [`lines.${ids.item}.quantity`]: "1",
        }),
        names: ["warehouse", "site", "item", "need"],
      },
    ],
  },
  "desk.deliveries.$id._index.tsx": {
    param: "delivery",
    posts: [
      { action: "delivery.dispatch", form: () => ({ intent: "dispatch" }) },
      { action: "delivery.renew-pin", form: () => ({ intent: "pin" }) },
    ],
  },
  "desk.deliveries.$id.cancel.tsx": {
    param: "delivery",
    posts: [{ action: "delivery.cancel", form: () => because }],
  },
  "desk.deliveries.$id.hand-over.tsx": {
    param: "delivery",
    posts: [
      {
        action: "delivery.hand-over",
        form: () => ({ households: "1", people: "2", handedOn: "2022-04-03" }),
      },
    ],
  },
  "desk.deliveries.$id.labels.tsx": { param: "delivery" },
  "desk.deliveries.$id.labels[.]pdf.ts": { param: "delivery" },
  "desk.deliveries.$id.receipt[.]pdf.ts": { param: "delivery" },
  "desk.deliveries.$id.return.tsx": {
    param: "delivery",
    posts: [
      {
        action: "return.receive",
        form: (ids) => ({
          warehouseId: ids.warehouse,
          into: "dock",
          "lines.line1.quantity": "1",
          ...because,
        }),
        names: ["warehouse"],
      },
    ],
  },
  "desk.deliveries.$id.renew-code.tsx": {
    param: "delivery",
    posts: [{ action: "delivery.renew-code", form: () => because }],
  },
  "desk.donors._index.tsx": {},
  "desk.donors.$id.tsx": {
    param: "donor",
    posts: [
      {
        action: "donor.edit",
        form: (ids) => ({ donorId: ids.donor, name: "改名", kind: "individual" }),
      },
    ],
  },
  "desk.gifts._index.tsx": {},
  "desk.gifts.$id.tsx": {
    param: "gift",
    posts: [{ action: "entry.reverse", form: (ids) => ({ entryId: ids.gift, ...because }) }],
  },
  "desk.gifts.goods._index.tsx": {
    query: (ids) => ({ organizationId: ids.organization, donorId: ids.donor, itemId: ids.item }),
    names: ["organization", "donor", "item"],
  },
  "desk.gifts.goods.new.tsx": {
    query: (ids) => ({ pledge: ids.pledge }),
    names: ["pledge"],
    posts: [
      {
        action: "gift.receive-goods",
        form: (ids) => ({
          warehouseId: ids.warehouse,
          pledgeId: ids.pledge,
          receivedOn: "2022-04-01",
          "lines.0.item": "口罩",
          "lines.0.unit": "只",
          "lines.0.quantity": "1",
        }),
        names: ["warehouse", "pledge"],
      },
    ],
  },
  "desk.gifts.money.tsx": {
    query: (ids) => ({ pledge: ids.pledge, saved: ids.gift, organizationId: ids.organization }),
    names: ["pledge", "gift", "organization"],
    posts: [
      {
        action: "gift.receive-money",
        form: (ids) => ({ pledgeId: ids.pledge, amount: "1", receivedOn: "2022-04-01" }),
        names: ["pledge"],
      },
      {
        action: "gift.receive-money",
        form: (ids) => ({ organizationId: ids.organization, amount: "1", receivedOn: "2022-04-01" }),
        names: ["organization"],
      },
    ],
  },
  "desk.imports._index.tsx": { posts: [{ action: "import.upload", form: () => ({}) }] },
  "desk.imports.$id._index.tsx": {
    param: "import",
    posts: [
      { action: "import.commit", form: (ids) => ({ importId: ids.import }) },
      { action: "import.commit", form: (ids) => ({ importId: ids.import, intent: "remap" }) },
    ],
  },
  "desk.imports.$id.progress.tsx": { param: "import" },
  "desk.items._index.tsx": {},
  "desk.items.new.tsx": {
    posts: [
      {
        action: "item.edit",
        form: (ids) => ({
          name: "面罩",
          unit: "个",
          category: "protection",
          "substitutes.0.itemId": ids.otherItem,
        }),
        names: ["otherItem"],
      },
    ],
  },
  "desk.items.review.tsx": {
    posts: [
      {
        action: "item.merge",
        form: (ids) => ({ intent: "merge", fromId: ids.item, intoId: ids.otherItem }),
        names: ["item", "otherItem"],
      },
      {
        action: "item.edit",
        form: (ids) => ({ intent: "confirm", "itemIds.0": ids.otherItem }),
        names: ["otherItem"],
      },
    ],
  },
  "desk.items.$id._index.tsx": { param: "item" },
  "desk.items.$id.edit.tsx": {
    param: "item",
    posts: [
      {
        action: "item.edit",
        form: (ids) => ({
          itemId: ids.item,
          name: "改名",
          category: "protection",
          "substitutes.0.itemId": ids.otherItem,
        }),
        names: ["otherItem"],
      },
    ],
  },
  "desk.items.$id.merge.tsx": {
    param: "item",
    query: (ids) => ({ into: ids.otherItem }),
    names: ["otherItem"],
    posts: [{ action: "item.merge", form: (ids) => ({ intoId: ids.otherItem }), names: ["otherItem"] }],
  },
  "desk.log.tsx": {},
  "desk.labels._index.tsx": {
    query: (ids) => ({ for: "bins", warehouse: ids.warehouse }),
    names: ["warehouse"],
    posts: [
      { action: "label.print", form: () => ({ intent: "blank", count: "2" }) },
      {
        action: "label.print",
        form: (ids) => ({ intent: "bins", warehouseId: ids.warehouse, "binIds[]": ids.bin }),
        names: ["warehouse", "bin"],
      },
      {
        action: "label.print",
        form: (ids) => ({ intent: "lot", assetId: ids.lot }),
        names: ["lot"],
      },
    ],
  },
  "desk.labels.print.tsx": { query: (ids) => ({ warehouse: ids.warehouse }), names: ["warehouse"] },
  "desk.labels.print[.]pdf.ts": { query: (ids) => ({ warehouse: ids.warehouse }), names: ["warehouse"] },
  "desk.labels.replace.tsx": {
    posts: [{ action: "label.print", form: () => ({ code: "86DF1ABZ3", ...because }) }],
  },
  "desk.kits._index.tsx": {},
  "desk.kits.$id.tsx": { param: "kit" },
  "desk.kits.new.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, item: ids.kitItem }),
    names: ["warehouse", "kitItem"],
    posts: [
      {
        action: "kit.assemble",
        form: (ids) => ({
          warehouseId: ids.warehouse,
          itemId: ids.kitItem,
          binId: ids.bin,
          quantity: "1",
        }),
        names: ["warehouse", "kitItem", "bin"],
      },
    ],
  },
  "desk.kits.recipe.tsx": {
    query: (ids) => ({ item: ids.item }),
    names: ["item"],
    posts: [
      {
        action: "kit.assemble",
        form: (ids) => ({
          itemId: ids.kitItem,
          "components.0.itemId": ids.item,
          "components.0.quantity": "1",
        }),
        names: ["kitItem", "item"],
      },
    ],
  },
  "desk.kits.take-apart.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, lot: ids.kitLot, at: ids.account }),
    names: ["warehouse", "kitLot", "account"],
    posts: [
      {
        action: "kit.assemble",
        form: () => ({ quantity: "1" }),
        names: ["warehouse", "kitLot", "account"],
      },
    ],
  },
  "desk.needs._index.tsx": {},
  "desk.needs.new.tsx": {
    query: (ids) => ({ site: ids.site }),
    names: ["site"],
    posts: [
      {
        action: "need.record",
        form: (ids) => ({
          siteId: ids.site,
          "lines.0.wish": "口罩",
          "lines.0.quantity": "10",
          "lines.0.unit": "只",
        }),
        names: ["site"],
      },
    ],
  },
  "desk.needs.$id.tsx": {
    param: "need",
    posts: [
      { action: "need.answer", form: () => ({ intent: "answer", decision: "accept", answer: "明天到" }) },
      { action: "need.answer", form: () => ({ intent: "close", as: "met", ...because }) },
      {
        action: "need.answer",
        form: (ids) => ({ intent: "match", line: "1", itemId: ids.item }),
        names: ["item"],
      },
    ],
  },
  "desk.notices._index.tsx": {
    posts: [{ action: "notice.read", form: () => ({ until: "2022-04-01T00:00:00Z" }) }],
  },
  "desk.organizations._index.tsx": {
    posts: [{ action: "organization.add", form: () => ({ name: "", kind: "foundation" }) }],
  },
  "desk.organizations.$id.tsx": {
    param: "organization",
    posts: [
      { action: "organization.edit", form: () => ({ name: "改名", kind: "foundation" }) },
      { action: "organization.set-webhook", form: () => ({ intent: "webhook", url: "" }) },
      { action: "organization.set-webhook", form: () => ({ intent: "test" }) },
      { action: "clock.set-target", form: () => ({ intent: "target", step: "order", hours: "6" }) },
    ],
  },
  "desk.payments._index.tsx": {
    query: (ids) => ({ organizationId: ids.organization }),
    names: ["organization"],
  },
  "desk.payments.new.tsx": {
    posts: [
      {
        action: "payment.record",
        form: (ids) => ({
          organizationId: ids.organization,
          kind: "grant",
          payee: "乙",
          purpose: "慰问",
          amount: "1",
          paidOn: "2022-04-02",
        }),
        names: ["organization"],
      },
    ],
  },
  "desk.payments.$id.tsx": {
    param: "payment",
    posts: [{ action: "entry.reverse", form: (ids) => ({ entryId: ids.payment, ...because }) }],
  },
  "desk.people.tsx": {
    posts: [
      {
        action: "user.invite",
        form: (ids) => ({ intent: "invite", organizationId: ids.organization, role: "auditor" }),
        names: ["organization"],
      },
      { action: "user.revoke", form: (ids) => ({ intent: "revoke", userId: ids.user }), names: ["user"] },
      {
        action: "user.invite",
        form: (ids) => ({ intent: "reset-password", userId: ids.user }),
        names: ["user"],
      },
      {
        action: "user.revoke",
        form: (ids) => ({ intent: "revoke-invitation", invitationId: ids.invitation }),
        names: ["invitation"],
      },
    ],
  },
  "desk.photos._index.tsx": {},
  "desk.photos.new.tsx": {
    query: (ids) => ({ kind: "case", id: ids.case }),
    names: ["case"],
    posts: [{ action: "photo.add", form: () => ({}), names: ["case"] }],
  },
  "desk.photos.$id.tsx": {
    param: "photo",
    posts: [
      { action: "photo.publish", form: () => ({ intent: "publish", redactions: "none" }) },
      { action: "photo.publish", form: () => ({ intent: "unpublish" }) },
      { action: "photo.remove", form: () => ({ intent: "remove", ...because }) },
    ],
  },
  "desk.pledges._index.tsx": {
    query: (ids) => ({ saved: ids.pledge, importId: ids.import }),
    names: ["pledge", "import"],
    posts: [
      {
        action: "pledge.record",
        form: (ids) => ({
          organizationId: ids.organization,
          kind: "money",
          amount: "1",
          pledgedOn: "2022-04-01",
        }),
        names: ["organization"],
      },
    ],
  },
  "desk.pledges.new.tsx": { posts: [{ action: "pledge.record", form: () => ({ kind: "goods" }) }] },
  "desk.pledges.$id.tsx": {
    param: "pledge",
    posts: [{ action: "pledge.withdraw", form: (ids) => ({ pledgeId: ids.pledge, ...because }) }],
  },
  "desk.questions._index.tsx": {},
  "desk.questions.$id.tsx": {
    param: "question",
    posts: [{ action: "question.answer", form: () => ({ answer: "送到了三林镇" }) }],
  },
  "desk.traces.$id.tsx": {
    param: "gift",
    posts: [
      { action: "trace.share", form: () => ({ intent: "share" }) },
      { action: "trace.share", form: () => ({ intent: "stop" }) },
    ],
  },
  "desk.destructions._index.tsx": { posts: [{ action: "register.destroy-sealed", form: () => ({}) }] },
  "desk.destructions.$id.tsx": { param: "destruction" },
  "desk.registers._index.tsx": {},
  "desk.registers.new.tsx": {
    query: (ids) => ({ delivery: ids.delivery }),
    names: ["delivery"],
    posts: [
      {
        action: "register.open",
        form: (ids) => ({ deliveryId: ids.delivery, basis: "every_household" }),
        names: ["delivery"],
      },
    ],
  },
  "desk.registers.$id._index.tsx": { param: "register" },
  "desk.registers.$id.rows.tsx": {
    param: "register",
    posts: [{ action: "register.write-rows", form: () => ({ text: "3号楼，502，2" }) }],
  },
  "desk.registers.$id.count.tsx": {
    param: "register",
    posts: [
      { action: "register.count-back", form: () => ({ "rows.row1.line1": "10" }) },
      { action: "register.count-back", form: () => ({ intent: "file" }) },
    ],
  },
  "desk.registers.$id.close.tsx": {
    param: "register",
    posts: [
      {
        action: "register.close",
        form: () => ({ handedOn: "2022-04-04", "lines.0.n": "1", "lines.0.quantity": "10" }),
      },
    ],
  },
  "desk.registers.$id.names.tsx": {
    param: "register",
    posts: [{ action: "register.read-sealed", form: () => because }],
  },
  "desk.registers.$id.print.tsx": { param: "register" },
  "desk.registers.$id.sheet[.]xlsx.ts": { param: "register" },
  "desk.returns._index.tsx": {},
  "desk.returns.$id.tsx": { param: "return" },
  "desk.runs._index.tsx": {},
  "desk.runs.new.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, delivery: ids.delivery }),
    names: ["warehouse", "delivery"],
    posts: [
      {
        action: "run.plan",
        form: (ids) => ({
          warehouseId: ids.warehouse,
          vehicleId: ids.vehicle,
          driverId: ids.driver,
          leavesAt: "2022-04-03T09:00",
          [`stops.${ids.delivery}.arrivesAt`]: "2022-04-03T10:00",
        }),
        names: ["warehouse", "vehicle", "driver", "delivery"],
      },
    ],
  },
  "desk.runs.$id._index.tsx": {
    param: "run",
    posts: [
      { action: "delivery.dispatch", form: () => ({ intent: "leave" }) },
      { action: "run.drive", form: () => ({ intent: "arrive", n: "1" }) },
      { action: "run.drive", form: (ids) => ({ intent: "hand-on", n: "1", code: ids.box }) },
      { action: "run.drive", form: () => ({ intent: "finish" }) },
    ],
  },
  "desk.runs.$id.cancel.tsx": {
    param: "run",
    posts: [{ action: "run.plan", form: () => because }],
  },
  "desk.runs.$id.paper.tsx": { param: "run" },
  "desk_.runs.$id.drive.tsx": {
    param: "run",
    posts: [
      { action: "delivery.dispatch", form: () => ({ intent: "leave" }) },
      { action: "box.handle", form: (ids) => ({ intent: "load", code: ids.box }) },
      {
        action: "box.handle",
        form: (ids) => ({ intent: "undo", eventId: ids.boxEvent }),
        names: ["boxEvent"],
      },
      { action: "run.drive", form: (ids) => ({ intent: "hand-on", n: "1", code: ids.box }) },
      { action: "run.drive", form: () => ({ intent: "arrive", n: "1" }) },
      { action: "run.drive", form: () => ({ intent: "finish" }) },
    ],
  },
  "desk.sites.$id._index.tsx": {
    param: "site",
    posts: [
      { action: "site.share", form: () => ({ intent: "share" }) },
      { action: "site.share", form: () => ({ intent: "unshare" }) },
    ],
  },
  "desk.sites.$id.edit.tsx": {
    param: "site",
    posts: [{ action: "site.edit", form: () => ({ name: "改名", kind: "compound" }) }],
  },
  "desk.sites._index.tsx": {},
  "desk.sites.new.tsx": { posts: [{ action: "site.add", form: () => ({ name: "" }) }] },
  "desk.stock._index.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, item: ids.item }),
    names: ["warehouse", "item"],
  },
  "desk.stock.move.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, lot: ids.lot, at: ids.account }),
    names: ["warehouse", "lot", "account"],
    posts: [
      {
        action: "stock.move",
        form: () => ({ to: "dock", quantity: "1" }),
        names: ["warehouse", "lot", "account"],
      },
    ],
  },
  "desk.stock.pack.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, lot: ids.lot, at: ids.account }),
    names: ["warehouse", "lot", "account"],
    posts: [
      {
        action: "box.handle",
        form: () => ({ boxes: "1", quantity: "1" }),
        names: ["warehouse", "lot", "account"],
      },
    ],
  },
  "desk.stock.put-away.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, bin: ids.bin }),
    names: ["warehouse", "bin"],
    posts: [
      {
        action: "stock.put-away",
        form: (ids) => ({
          warehouseId: ids.warehouse,
          [`lines.lot${ids.lot}.binId`]: ids.bin,
          [`lines.lot${ids.lot}.quantity`]: "1",
        }),
        names: ["warehouse", "lot", "bin"],
      },
    ],
  },
  "desk.stock.write-off.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, lot: ids.lot, at: ids.account }),
    names: ["warehouse", "lot", "account"],
    posts: [
      {
        action: "stock.write-off",
        form: () => ({ quantity: "1", reason: "damaged", remark: "压坏" }),
        names: ["warehouse", "lot", "account"],
      },
    ],
  },
  "desk.stranded._index.tsx": {
    posts: [
      {
        action: "report.settle",
        form: (ids) => ({ reportId: ids.strandedReport, note: "打过电话" }),
        names: ["strandedReport"],
      },
    ],
  },
  "desk.stocktakes._index.tsx": {},
  "desk.stocktakes.new.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse }),
    names: ["warehouse"],
    posts: [
      {
        action: "stocktake.open",
        form: (ids) => ({ warehouseId: ids.warehouse, kind: "cycle", "binIds[]": ids.bin }),
        names: ["warehouse", "bin"],
      },
    ],
  },
  "desk.stocktakes.$id._index.tsx": { param: "stocktake" },
  "desk.stocktakes.$id.count.tsx": {
    param: "stocktake",
    query: (ids) => ({ at: ids.account }),
    names: ["account"],
    posts: [
      {
        action: "stocktake.count",
        form: (ids) => ({
          accountId: ids.account,
          since: "1x0",
          [`counts.lot${ids.lot}.pieces`]: "1",
        }),
        names: ["account", "lot"],
      },
    ],
  },
  "desk.stocktakes.$id.approve.tsx": {
    param: "stocktake",
    posts: [{ action: "stocktake.approve", form: () => ({ restReason: "lost" }) }],
  },
  "desk.stocktakes.$id.cancel.tsx": {
    param: "stocktake",
    posts: [{ action: "stocktake.open", form: () => because }],
  },
  "desk.stocktakes.$id.sheet.tsx": { param: "stocktake" },
  "desk.stocktakes.$id.sheet[.]xlsx.ts": { param: "stocktake" },
  "desk.stocktakes.$id.upload.tsx": {
    param: "stocktake",
    posts: [{ action: "stocktake.count", form: () => ({ intent: "store" }) }],
  },
  "desk.tokens.tsx": {
    posts: [
      { action: "token.create", form: () => ({ intent: "create", name: "", role: "auditor" }) },
      {
        action: "token.revoke",
        form: (ids) => ({ intent: "revoke", tokenId: ids.token }),
        names: ["token"],
      },
    ],
  },
  "desk.transfers._index.tsx": {},
  "desk.transfers.new.tsx": {
    query: (ids) => ({ from: ids.warehouse, to: ids.secondWarehouse }),
    names: ["warehouse", "secondWarehouse"],
    posts: [
      {
        action: "transfer.send",
        form: (ids) => ({
          fromWarehouseId: ids.warehouse,
          toWarehouseId: ids.secondWarehouse,
          [`lines.lot${ids.lot}-${ids.account}.quantity`]: "1",
        }),
        names: ["warehouse", "secondWarehouse", "lot", "account"],
      },
    ],
  },
  "desk.transfers.$id._index.tsx": {
    param: "transfer",
    posts: [{ action: "transfer.receive", form: () => ({}) }],
  },
  "desk.transfers.$id.cancel.tsx": {
    param: "transfer",
    posts: [{ action: "transfer.send", form: () => because }],
  },
  "desk.write-offs._index.tsx": {},
  "desk.write-offs.$id.tsx": {
    param: "write-off",
    posts: [
      { action: "write-off.decide", form: () => ({ intent: "approve" }) },
      { action: "write-off.decide", form: () => ({ intent: "reject", remark: "没坏" }) },
    ],
  },
  "desk.disclosures._index.tsx": {
    posts: [
      { action: "campaign.edit", form: () => ({ intent: "campaign", name: "" }) },
      { action: "calendar.set-day", form: () => ({ intent: "day", day: "" }) },
      {
        action: "campaign.edit",
        form: (ids) => ({
          intent: "satisfy",
          deadlineId: ids.deadline,
          satisfiedOn: "2022-03-28",
          note: "别处",
        }),
        names: ["deadline"],
      },
    ],
  },
  "desk.publications._index.tsx": {},
  "desk.publications.new.tsx": {
    query: (ids) => ({ deadline: ids.deadline }),
    names: ["deadline"],
    posts: [
      {
        action: "publication.publish",
        form: (ids) => ({ ...march, campaignId: ids.campaign }),
        names: ["campaign"],
      },
    ],
  },
  "desk.publications.progress.ts": { query: (ids) => ({ request: ids.publication }) },
  "desk.publications.preview.ts": {
    query: (ids) => ({ ...march, campaignId: ids.campaign }),
    names: ["campaign"],
  },
  "desk.publications.$id.tsx": {
    param: "publication",
    posts: [{ action: "publication.publish", form: () => ({ correction: "录入少一个零" }) }],
  },
  "desk.campaigns.$id.tsx": {
    param: "campaign",
    posts: [
      { action: "campaign.edit", form: () => ({ intent: "edit", name: "新名", startsOn: "2022-03-24" }) },
      {
        action: "campaign.edit",
        form: () => ({ intent: "file", filingNumber: "A1", filedOn: "2022-03-30" }),
      },
      { action: "campaign.edit", form: () => ({ intent: "end", endsOn: "2022-06-30" }) },
    ],
  },
  "desk.vehicles._index.tsx": {
    posts: [
      { action: "vehicle.edit", form: () => ({ intent: "vehicle", plate: "" }) },
      { action: "vehicle.edit", form: () => ({ intent: "driver", name: "" }) },
      {
        action: "vehicle.edit",
        form: (ids) => ({ intent: "retire", vehicleId: ids.vehicle }),
        names: ["vehicle"],
      },
      {
        action: "vehicle.edit",
        form: (ids) => ({
          intent: "pass",
          vehicleId: ids.vehicle,
          number: "沪通-2",
          everywhere: "true",
          validFrom: "2022-04-03T06:00",
          validTo: "2022-04-03T14:00",
        }),
        names: ["vehicle"],
      },
      { action: "vehicle.edit", form: (ids) => ({ intent: "revoke", passId: ids.pass }), names: ["pass"] },
    ],
  },
  "desk.vehicles.drivers.$id.tsx": {
    param: "driver",
    posts: [{ action: "vehicle.edit", form: () => ({ name: "王师傅" }) }],
  },
  "desk.warehouses._index.tsx": { posts: [{ action: "warehouse.add", form: () => ({ name: "" }) }] },
  "desk.warehouses.$id.tsx": {
    param: "warehouse",
    posts: [{ action: "warehouse.add", form: () => ({ name: "B-01" }) }],
  },
  "desk_.scan._index.tsx": { query: (ids) => ({ warehouse: ids.warehouse }), names: ["warehouse"] },
  "desk_.scan.data.ts": { query: (ids) => ({ warehouse: ids.warehouse }), names: ["warehouse"] },
  "desk_.scan.sync.ts": { posts: [{ action: "box.handle", form: () => ({}) }] },
};
