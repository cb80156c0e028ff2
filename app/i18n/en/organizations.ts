import type { OrganizationKind } from "#db/vocabulary";
import type { Messages } from "../messages.ts";

const kinds: Readonly<Record<OrganizationKind, string>> = {
  foundation: "Foundation",
  community_fund: "Community fund",
  social_organization: "Social organization",
  warehouse_operator: "Warehouse operator",
  residents_committee: "Residents' committee",
  compound: "Residential compound",
  field_hospital: "Field hospital",
  hospital: "Hospital",
  township: "Township",
  authority: "Authority",
  company: "Company",
};

export const organizations = {
  title: "Organizations",
  note: "Your organization, and those whose books it keeps.",
  own: "Your organization",
  kept: "Organizations whose books you keep",
  keptNote: "Your people can read their books and record for them.",
  keptNone: "None yet",
  keptNoneHint: "To record for another organization, add it here first.",
  kinds,
  name: "Full name",
  kind: "Kind",
  uscc: "Unified social credit code",
  usccHint: "18 characters, as on the certificate.",
  hotline: "Hotline",
  hotlineHint: "Stands on published accounts and delivery labels.",
  people: "People",
  response: "Response",
  search: "Find by name",
  add: "Add an organization",
  addButton: "Add",
  added: (name: string) => `${name} is added.`,
  editTitle: (name: string) => `Edit: ${name}`,
  particulars: "Particulars",
  save: "Save",
  saved: "Saved.",
  back: "Back to organizations",
} satisfies Messages["organizations"];
