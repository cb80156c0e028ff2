import { asc, eq, isNull } from "drizzle-orm";
import { db, organizations } from "#db";
import type { OperatorActor } from "#app/domain/actor.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { createResponse } from "#app/domain/organizations/create-response.server.ts";
import { createOrganization } from "#app/domain/organizations/create.server.ts";

/**
 * The actor of a command: it acts for the organization that is named, else for the first that keeps its own books. On
 * an empty database, one called `fallback` is made, within a first response.
 */
export async function operatorFor(
  command: string,
  named: string | undefined,
  fallback: string,
): Promise<OperatorActor> {
  const found = await find(named);
  if (!found && named !== undefined)
    throw new Error(`没有叫“${named}”的机构。No organization is called "${named}".`);
  const organization = found ?? (await first(fallback));
  const kept = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.booksKeptBy, organization.id));
  return {
    kind: "operator",
    command,
    organizationId: organization.id,
    reach: [organization.id, ...kept.map(({ id }) => id)],
    responseId: organization.responseId,
    roles: ["administrator"],
  };
}

async function find(named: string | undefined) {
  const [found] = await db
    .select()
    .from(organizations)
    .where(named === undefined ? isNull(organizations.booksKeptBy) : eq(organizations.name, named))
    .orderBy(asc(organizations.createdAt))
    .limit(1);
  return found;
}

async function first(name: string) {
  const { id } = await db.transaction(async (tx) => {
    const response = await createResponse(tx, {
      name: "应急响应",
      nameEn: "Emergency response",
      startsOn: todayInShanghai(),
    });
    return createOrganization(tx, { name, kind: "social_organization", responseId: response.id });
  });
  const [made] = await db.select().from(organizations).where(eq(organizations.id, id));
  return made!;
}
