import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { restrictions, townships, type Tx } from "#db";
import { findOrAdd } from "../register.server.ts";
import { parseRestriction } from "./restriction.ts";

export type RestrictionRow = typeof restrictions.$inferSelect;

/** The restrictions of an organization by their words; new ones are read as a township or a kind of site. */
export async function findOrAddRestrictions(
  tx: Tx,
  organizationId: string,
  texts: readonly string[],
): Promise<Map<string, RestrictionRow>> {
  return findOrAdd(
    tx,
    `restrictions/${organizationId}`,
    texts,
    async (wanted) => {
      const found = await tx
        .select()
        .from(restrictions)
        .where(and(eq(restrictions.organizationId, organizationId), inArray(restrictions.text, wanted)));
      return new Map(found.map((row) => [row.text, row]));
    },
    async (missing) => {
      const places = await tx.select().from(townships);
      await tx
        .insert(restrictions)
        .values(
          missing.map((text) => ({ id: uuidv7(), organizationId, text, ...parseRestriction(text, places) })),
        );
    },
  );
}
