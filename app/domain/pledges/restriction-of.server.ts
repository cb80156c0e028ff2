import { eq } from "drizzle-orm";
import { pledges, restrictions, type Tx } from "#db";

/** What a pledge's gifts are restricted to, as it is written; null without one, or without a pledge. */
export async function restrictionOf(tx: Tx, pledgeId: string | null): Promise<string | null> {
  if (pledgeId === null) return null;
  const [found] = await tx
    .select({ text: restrictions.text })
    .from(pledges)
    .innerJoin(restrictions, eq(restrictions.id, pledges.restrictionId))
    .where(eq(pledges.id, pledgeId));
  return found?.text ?? null;
}
