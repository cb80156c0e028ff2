import { type SQL, sql } from "drizzle-orm";
import type { MemberActor } from "./actor.ts";
import { likePattern } from "./like.ts";

/** SQL: a row of an organization this actor reaches. `organizationId` is a column, e.g. sql`g.organization_id`. */
export const withinReach = (actor: MemberActor, organizationId: SQL): SQL =>
  sql`${organizationId} = any(${sql.param([...actor.reach])}::uuid[])`;

/** SQL: a text contains what was typed, whatever its case. */
export const contains = (column: SQL, typed: string): SQL => sql`${column} ilike ${likePattern(typed)}`;

/** SQL: all of these conditions; those that are undefined fall away. */
export const allOf = (...conditions: (SQL | undefined)[]): SQL =>
  sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  );
