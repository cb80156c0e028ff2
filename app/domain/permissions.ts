import type { Role } from "#db/vocabulary";
import type { Actor } from "./actor.ts";

/**
 * Who may do what: the one table of role × action. Verbs check it through `perform`, pages hide buttons by it, and
 * the API publishes it. Everybody signed in may read what is within reach.
 */
const everyone: readonly Role[] = [
  "administrator",
  "fund_officer",
  "warehouse_keeper",
  "dispatcher",
  "site_contact",
  "auditor",
];

export const permissions = {
  "ledger.read": everyone,
  "donor.edit": ["administrator", "fund_officer"],
  "item.edit": ["administrator", "fund_officer", "warehouse_keeper", "dispatcher"],
  "pledge.record": ["administrator", "fund_officer"],
  "pledge.withdraw": ["administrator", "fund_officer"],
  "gift.receive-money": ["administrator", "fund_officer"],
  "gift.receive-goods": ["administrator", "fund_officer", "warehouse_keeper"],
  "payment.record": ["administrator", "fund_officer"],
  "entry.reverse": ["administrator", "fund_officer"],
  "item.merge": ["administrator", "fund_officer", "warehouse_keeper"],
  "consignment.expect": ["administrator", "fund_officer", "warehouse_keeper"],
  "consignment.count": ["administrator", "warehouse_keeper"],
  "consignment.check": ["administrator", "fund_officer", "warehouse_keeper"],
  "stock.put-away": ["administrator", "warehouse_keeper"],
  "stock.move": ["administrator", "warehouse_keeper"],
  "stock.write-off": ["administrator", "warehouse_keeper"],
  "write-off.decide": ["administrator", "fund_officer", "warehouse_keeper"],
  "box.handle": ["administrator", "warehouse_keeper", "dispatcher"],
  "label.print": ["administrator", "warehouse_keeper", "dispatcher"],
  "kit.assemble": ["administrator", "warehouse_keeper"],
  "transfer.send": ["administrator", "warehouse_keeper", "dispatcher"],
  "transfer.receive": ["administrator", "warehouse_keeper"],
  "return.receive": ["administrator", "warehouse_keeper"],
  "stocktake.open": ["administrator", "warehouse_keeper"],
  "stocktake.count": ["administrator", "warehouse_keeper", "dispatcher"],
  "stocktake.approve": ["administrator", "fund_officer", "warehouse_keeper"],
  "warehouse.add": ["administrator", "warehouse_keeper"],
  "site.add": ["administrator", "dispatcher", "warehouse_keeper"],
  "site.edit": ["administrator", "dispatcher", "warehouse_keeper"],
  "site.share": ["administrator", "dispatcher", "warehouse_keeper"],
  "need.record": ["administrator", "dispatcher", "site_contact"],
  "need.answer": ["administrator", "dispatcher", "warehouse_keeper"],
  "delivery.create": ["administrator", "warehouse_keeper", "dispatcher"],
  "delivery.cancel": ["administrator", "warehouse_keeper", "dispatcher"],
  "delivery.dispatch": ["administrator", "dispatcher"],
  "delivery.renew-pin": ["administrator", "warehouse_keeper", "dispatcher"],
  "delivery.renew-code": ["administrator", "warehouse_keeper", "dispatcher"],
  "vehicle.edit": ["administrator", "dispatcher"],
  "run.plan": ["administrator", "dispatcher"],
  "run.drive": ["administrator", "dispatcher", "warehouse_keeper"],
  "report.settle": ["administrator", "dispatcher"],
  "case.work": ["administrator", "warehouse_keeper", "dispatcher"],
  "campaign.edit": ["administrator", "fund_officer"],
  "calendar.set-day": ["administrator"],
  "publication.publish": ["administrator", "fund_officer"],
  "case.decide": ["administrator", "fund_officer"],
  "delivery.hand-over": ["administrator", "site_contact", "dispatcher"],
  "register.open": ["administrator", "site_contact", "dispatcher"],
  "register.write-rows": ["administrator", "site_contact", "dispatcher"],
  "register.count-back": ["administrator", "site_contact", "dispatcher"],
  "register.close": ["administrator", "site_contact", "dispatcher"],
  "register.read-sealed": ["administrator", "site_contact"],
  "register.destroy-sealed": ["administrator"],
  "trace.share": ["administrator", "fund_officer"],
  "question.answer": ["administrator", "fund_officer"],
  "photo.add": ["administrator", "fund_officer", "warehouse_keeper", "dispatcher", "site_contact"],
  "photo.publish": ["administrator", "fund_officer"],
  "photo.remove": ["administrator", "fund_officer", "warehouse_keeper", "dispatcher"],
  "import.upload": ["administrator", "fund_officer"],
  "import.commit": ["administrator", "fund_officer"],
  "organization.add": ["administrator"],
  "organization.edit": ["administrator"],
  "organization.set-webhook": ["administrator"],
  "clock.set-target": ["administrator"],
  "notice.read": ["administrator", "fund_officer", "warehouse_keeper", "dispatcher", "site_contact"],
  "user.invite": ["administrator"],
  "user.revoke": ["administrator"],
  "token.create": ["administrator"],
  "token.revoke": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

/** Acts that need no account: the label's code and the PIN, or a link, are the key. */
export const openActions = [
  "delivery.confirm",
  "invitation.accept",
  "consignment.fill-in",
  "photo.add-at-door",
  "need.ask",
  "need.withdraw",
  "site.change-contact",
  "question.ask",
] as const;

export type Action = keyof typeof permissions | (typeof openActions)[number];

/** May this actor do this? Reach (which rows) is asked by the finders. */
export function may(actor: Actor | null, action: Action): boolean {
  if ((openActions as readonly string[]).includes(action)) return true;
  if (actor === null || actor.kind === "receiver") return false;
  if (actor.kind === "system" || actor.kind === "operator") return true;
  const allowed: readonly Role[] = permissions[action as keyof typeof permissions];
  return actor.roles.some((role) => allowed.includes(role));
}
