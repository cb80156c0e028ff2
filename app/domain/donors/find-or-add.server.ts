import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { donors, type Tx } from "#db";
import type { DonorKind } from "#db/vocabulary";
import { insertRows } from "../insert-rows.server.ts";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import { findOrAdd } from "../register.server.ts";

export type Donor = typeof donors.$inferSelect;

/** The name under which every gift without one is kept. */
export const ANONYMOUS = "匿名";

/** A blank donor, or one who wrote 匿名, is nobody in particular. */
export const donorName = (name: string | null | undefined): string => {
  const text = name?.trim() ?? "";
  return text === "" || /^(匿名|无名氏|不具名|爱心人士|anonymous)$/i.test(text) ? ANONYMOUS : text;
};

/** The donors of an organization by name; new ones are added, without consent to publish unless `publishName`. */
export async function findOrAddDonors(
  tx: Tx,
  organizationId: string,
  names: readonly string[],
  publishName = false,
): Promise<Map<string, Donor>> {
  return findOrAdd(
    tx,
    `donors/${organizationId}`,
    names,
    async (wanted) => {
      const found = await tx
        .select()
        .from(donors)
        .where(and(eq(donors.organizationId, organizationId), inArray(donors.name, wanted)));
      return new Map(found.map((donor) => [donor.name, donor]));
    },
    async (missing) => {
      const accountIds = await openAccounts(tx, organizationId, "donor", missing);
      const rows = missing.map((name, i) => {
        const kind = kindOf(name);
        return {
          id: uuidv7(),
          organizationId,
          name,
          kind,
          publishName: publishName && kind === "organization",
          accountId: accountIds[i]!,
        };
      });
      await insertRows(tx, donors, rows);
    },
  );
}

/** People's names are short and say nothing of a body; everything longer is taken for an organization. */
function kindOf(name: string): DonorKind {
  if (name === ANONYMOUS) return "anonymous";
  const looksLikeBody =
    /公司|基金|协会|商会|促进会|中心|学校|医院|银行|集团|社|会|厂|店|局|部|委|站|所|队|院|ltd|inc|fund|foundation/i;
  return name.length >= 5 || looksLikeBody.test(name) ? "organization" : "individual";
}
