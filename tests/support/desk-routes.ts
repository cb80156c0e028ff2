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
  "desk.deliveries._index.tsx": {},
  "desk.deliveries.new.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, site: ids.site }),
    names: ["warehouse", "site"],
    posts: [
      {
        action: "delivery.create",
        form: (ids) => ({
          warehouseId: ids.warehouse,
          siteId: ids.site,
          boxes: "1",
          [`lines.${ids.item}.quantity`]: "1",
        }),
        names: ["warehouse", "site", "item"],
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
  "desk.items.$id.tsx": {
    param: "item",
    posts: [
      {
        action: "item.edit",
        form: (ids) => ({ itemId: ids.item, name: "改名", category: "protection" }),
      },
    ],
  },
  "desk.organizations._index.tsx": {
    posts: [{ action: "organization.add", form: () => ({ name: "", kind: "foundation" }) }],
  },
  "desk.organizations.$id.tsx": {
    param: "organization",
    posts: [{ action: "organization.edit", form: () => ({ name: "改名", kind: "foundation" }) }],
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
  "desk.sites._index.tsx": {},
  "desk.sites.new.tsx": { posts: [{ action: "site.add", form: () => ({ name: "" }) }] },
  "desk.stock._index.tsx": {
    query: (ids) => ({ warehouse: ids.warehouse, item: ids.item }),
    names: ["warehouse", "item"],
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
  "desk.warehouses._index.tsx": { posts: [{ action: "warehouse.add", form: () => ({ name: "" }) }] },
  "desk.warehouses.$id.tsx": {
    param: "warehouse",
    posts: [{ action: "warehouse.add", form: () => ({ name: "B-01" }) }],
  },
};
