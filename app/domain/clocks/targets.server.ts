import { inArray } from "drizzle-orm";
import { clockTargets, type Reader } from "#db";
import { defaultTargets, type Targets } from "./clock.ts";

/** The hours that each of these organizations gives each step. */
export async function targetsOf(
  reader: Reader,
  organizationIds: readonly string[],
): Promise<(organizationId: string) => Targets> {
  const rows =
    organizationIds.length === 0
      ? []
      : await reader
          .select()
          .from(clockTargets)
          .where(inArray(clockTargets.organizationId, [...organizationIds]));
  const own = new Map<string, Targets>();
  for (const { organizationId, step, hours } of rows) {
    own.set(organizationId, { ...(own.get(organizationId) ?? defaultTargets), [step]: hours });
  }
  return (organizationId) => own.get(organizationId) ?? defaultTargets;
}
