import { and, count, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { apiTokens, db, grants, invitations, organizations, users } from "#db";
import type { Role } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";

const PAGE_SIZE = 50;

/** The people of the organizations within reach, one row for each person and organization. */
export async function listPeople(actor: MemberActor, { page = 1 } = {}) {
  const where = inArray(grants.organizationId, [...actor.reach]);
  const [rows, [all]] = await Promise.all([
    db
      .select({
        userId: users.id,
        name: users.name,
        email: users.email,
        phone: users.phone,
        organizationId: organizations.id,
        organization: organizations.name,
        roles: sql<Role[]>`array_agg(${grants.role} order by ${grants.createdAt}, ${grants.role})`,
        // Through the driver's own date reading, which raw SQL goes around.
        since: sql`min(${grants.createdAt})`.mapWith(grants.createdAt),
      })
      .from(grants)
      .innerJoin(users, eq(users.id, grants.userId))
      .innerJoin(organizations, eq(organizations.id, grants.organizationId))
      .where(where)
      .groupBy(users.id, organizations.id)
      .orderBy(
        sql`${organizations.id} <> ${actor.organizationId}, ${organizations.name} collate "zh-x-icu",
            ${users.name} collate "zh-x-icu", ${users.id}`,
      )
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    db
      .select({ total: sql<number>`count(distinct (${grants.userId}, ${grants.organizationId}))::int` })
      .from(grants)
      .where(where),
  ]);
  return { rows, total: all?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** Links that were sent and may still be used, the newest first. */
export async function listInvitations(actor: MemberActor) {
  return db
    .select({
      id: invitations.id,
      organization: organizations.name,
      role: invitations.role,
      note: invitations.note,
      person: sql<string | null>`(select name from users where users.id = ${invitations.userId})`,
      invitedBy: users.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        inArray(invitations.organizationId, [...actor.reach]),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, sql`now()`),
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .limit(200);
}

/** The organization's tokens for programs, those in use first. The tokens themselves nobody can read again. */
export async function listTokens(actor: MemberActor, { page = 1 } = {}) {
  const where = eq(apiTokens.organizationId, actor.organizationId);
  const [rows, [all]] = await Promise.all([
    db
      .select({
        id: apiTokens.id,
        name: apiTokens.name,
        role: apiTokens.role,
        createdBy: users.name,
        createdAt: apiTokens.createdAt,
        revokedAt: apiTokens.revokedAt,
      })
      .from(apiTokens)
      .innerJoin(users, eq(users.id, apiTokens.createdBy))
      .where(where)
      .orderBy(sql`${apiTokens.revokedAt} is not null`, desc(apiTokens.createdAt))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    db.select({ total: count() }).from(apiTokens).where(where),
  ]);
  return { rows, total: all?.total ?? 0, page, pageSize: PAGE_SIZE };
}
