import { and, eq, inArray, sql } from "drizzle-orm";
import { db, grants, type Reader, users } from "#db";
import type { MemberActor } from "../actor.ts";
import { permissions } from "../permissions.ts";

/** The people within reach who may settle cases, by name. */
export async function listOwners(
  actor: MemberActor,
  reader: Reader = db,
): Promise<{ id: string; name: string }[]> {
  return reader
    .selectDistinctOn([users.name, users.id], { id: users.id, name: users.name })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(
        inArray(grants.organizationId, [...actor.reach]),
        inArray(grants.role, [...permissions["case.work"]]),
      ),
    )
    .orderBy(sql`${users.name}, ${users.id}`);
}
