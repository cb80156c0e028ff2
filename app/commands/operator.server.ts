import { asc, eq, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, organizations, responses } from "#db";
import type { OperatorActor } from "#app/domain/actor.ts";

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
  return db.transaction(async (tx) => {
    const responseId = uuidv7();
    await tx
      .insert(responses)
      .values({ id: responseId, name: "应急响应", nameEn: "Emergency response", startsOn: "2022-03-01" });
    const [made] = await tx
      .insert(organizations)
      .values({ id: uuidv7(), name, kind: "social_organization", responseId })
      .returning();
    return made!;
  });
}
