import type { Role } from "#db/vocabulary";
import { type Action, permissions } from "./permissions.ts";

/**
 * Who sees which data: the page "who sees what" and the test of it are made from this list. `action`: those at the desk
 * whose role may do this, within their reach. `link`: whoever holds a site's, a delivery's or a donor's own link or code.
 */
export const dataKinds = {
  amounts: { public: true, link: true, action: "ledger.read" },
  donors_named: { public: true, link: true, action: "ledger.read" },
  donors_unnamed: { public: false, link: false, action: "ledger.read" },
  sites: { public: true, link: true, action: "ledger.read" },
  site_contacts: { public: false, link: true, action: "ledger.read" },
  signer_posts: { public: true, link: true, action: "ledger.read" },
  signer_names: { public: false, link: true, action: "ledger.read" },
  pins: { public: false, link: true, action: "delivery.renew-pin" },
  drivers: { public: false, link: false, action: "ledger.read" },
  photos: { public: true, link: true, action: "ledger.read" },
  photos_unredacted: { public: false, link: false, action: "ledger.read" },
  site_words: { public: false, link: true, action: "ledger.read" },
  registers: { public: false, link: false, action: "register.read-sealed" },
  staff: { public: false, link: false, action: "user.invite" },
  remarks: { public: false, link: false, action: "ledger.read" },
} as const satisfies Record<string, { public: boolean; link: boolean; action: Action }>;

export type DataKind = keyof typeof dataKinds;

/** The kinds in the order of the page: what everybody sees first. */
export const dataKindNames = (Object.keys(dataKinds) as DataKind[]).sort(
  (a, b) => Number(dataKinds[b].public) - Number(dataKinds[a].public),
);

/** The roles that see data of this kind. */
export const rolesThatSee = (kind: DataKind): readonly Role[] => permissions[dataKinds[kind].action];
