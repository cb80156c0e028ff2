import { and, count, eq, ilike, inArray, sql } from "drizzle-orm";
import { db, grants, organizations } from "#db";
import type { Role } from "#db/vocabulary";
import type { MemberActor, UserActor } from "../actor.ts";

const PAGE_SIZE = 50;

/** The organizations whose books the actor's keeps, by name, with how many people of their own they have. */
export async function listKeptOrganizations(actor: MemberActor, { page = 1, search = "" } = {}) {
  const where = and(
    eq(organizations.booksKeptBy, actor.organizationId),
    inArray(organizations.id, [...actor.reach]),
    search === "" ? undefined : ilike(organizations.name, `%${search.replace(/[\\%_]/g, "\\$&")}%`),
  );
  const [rows, [all]] = await Promise.all([
    db
      .select({
        id: organizations.id,
        name: organizations.name,
        kind: organizations.kind,
        uscc: organizations.uscc,
        hotline: organizations.hotline,
        people: sql<number>`(select count(distinct user_id)::int from grants
                             where grants.organization_id = ${organizations.id})`,
      })
      .from(organizations)
      .where(where)
      .orderBy(sql`${organizations.name} collate "zh-x-icu"`)
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    db.select({ total: count() }).from(organizations).where(where),
  ]);
  return { rows, total: all?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** The actor's organization and those whose books it keeps, for a choice. */
export async function listReachableOrganizations(actor: MemberActor) {
  return db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, [...actor.reach]))
    .orderBy(sql`${organizations.id} <> ${actor.organizationId}, ${organizations.name} collate "zh-x-icu"`);
}

/** Every organization in which this person has a role. */
export async function listOwnOrganizations(actor: UserActor) {
  return db
    .select({
      id: organizations.id,
      name: organizations.name,
      roles: sql<Role[]>`array_agg(${grants.role} order by ${grants.role})`,
    })
    .from(grants)
    .innerJoin(organizations, eq(organizations.id, grants.organizationId))
    .where(eq(grants.userId, actor.userId))
    .groupBy(organizations.id)
    .orderBy(sql`${organizations.name} collate "zh-x-icu"`);
}
