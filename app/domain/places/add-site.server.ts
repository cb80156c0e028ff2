import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { committees, sites, townships, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import { perform } from "../perform.server.ts";
import type { AddSite, NewSite } from "./schema.ts";

/** Registers a place goods are sent to. */
export async function addSite(actor: MemberActor, requestId: string, input: AddSite) {
  return perform({ actor, action: "site.add", requestId, input }, async (tx) => {
    await checkCodes(tx, input);
    const [site] = await addSites(tx, actor.organizationId, [input]);
    return { result: { id: site!.id }, organizationId: actor.organizationId, subjectId: site!.id };
  });
}

async function checkCodes(tx: Tx, input: AddSite): Promise<void> {
  const [township] = await tx.select().from(townships).where(eq(townships.code, input.townshipCode));
  if (!township) refuse("invalid", { fields: { townshipCode: "bad_township" } });
  if (input.committeeCode === null) return;
  const [committee] = await tx
    .select()
    .from(committees)
    .where(and(eq(committees.code, input.committeeCode), eq(committees.townshipCode, input.townshipCode)));
  if (!committee) refuse("invalid", { fields: { committeeCode: "bad_committee" } });
}

/** The step: any number of sites at once. A committee of the same name and township lends its code. */
export async function addSites(tx: Tx, organizationId: string, toAdd: readonly NewSite[]) {
  if (toAdd.length === 0) return [];
  const names = toAdd.map((site) => site.name);
  const known = await tx.select().from(committees).where(inArray(committees.name, names));
  const codeOf = new Map(known.map(({ townshipCode, name, code }) => [`${townshipCode}/${name}`, code]));
  const accountIds = await openAccounts(tx, organizationId, "site", names);
  const householdsAccountIds = await openAccounts(tx, organizationId, "households", names);
  return tx
    .insert(sites)
    .values(
      toAdd.map((site, i) => ({
        ...site,
        id: uuidv7(),
        organizationId,
        committeeCode: site.committeeCode ?? codeOf.get(`${site.townshipCode}/${site.name}`) ?? null,
        accountId: accountIds[i]!,
        householdsAccountId: householdsAccountIds[i]!,
      })),
    )
    .returning();
}
