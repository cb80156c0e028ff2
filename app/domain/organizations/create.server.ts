import { uuidv7 } from "uuidv7";
import { organizations, type Tx } from "#db";
import type { OrganizationKind } from "#db/vocabulary";
import { refuse } from "../errors.ts";
import { checkUscc } from "../uscc.ts";

/** An organization to be. `booksKeptBy` is the organization whose people reach it, when it keeps no books itself. */
export interface NewOrganization {
  name: string;
  kind: OrganizationKind;
  responseId: string;
  uscc?: string | null;
  hotline?: string | null;
  booksKeptBy?: string | null;
}

/** The step. A wrong check digit throws `invalid`, a taken name or code `already_exists`. */
export async function createOrganization(tx: Tx, organization: NewOrganization): Promise<{ id: string }> {
  const id = uuidv7();
  const verdict = organization.uscc ? checkUscc(organization.uscc) : null;
  if (verdict?.ok === false) refuse("invalid", { fields: { uscc: "bad_uscc" } });
  await tx.insert(organizations).values({ ...organization, id, uscc: verdict?.uscc ?? null });
  return { id };
}
