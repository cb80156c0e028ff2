import { grants, type Tx } from "#db";
import type { Role } from "#db/vocabulary";

/** The step: a role in an organization, from now on. Granting it again changes nothing. */
export async function grantRole(
  tx: Tx,
  grant: { userId: string; organizationId: string; role: Role; grantedBy: string | null },
): Promise<void> {
  await tx.insert(grants).values(grant).onConflictDoNothing();
}
