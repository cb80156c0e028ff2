import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, organizations } from "#db";
import type { Role } from "#db/vocabulary";
import type { UserActor } from "#app/domain/actor.ts";
import { createOrganization } from "#app/domain/organizations/create.server.ts";
import { createUser } from "#app/domain/people/create-user.server.ts";
import { grantRole } from "#app/domain/people/grant-role.server.ts";

export const PASSWORD = "correct horse battery";

/** Somebody who can sign in: with an e-mail address, PASSWORD and one role. */
export async function makePerson(organizationId: string, role: Role) {
  const email = `${uuidv7()}@example.org`;
  const { id: userId } = await db.transaction(async (tx) => {
    const user = await createUser(tx, { name: "李雷", email, phone: null, password: PASSWORD });
    await grantRole(tx, { userId: user.id, organizationId, role, grantedBy: null });
    return user;
  });
  const [organization] = await db.select().from(organizations).where(eq(organizations.id, organizationId));
  const actor: UserActor = {
    kind: "user",
    userId,
    name: "李雷",
    organizationId,
    reach: [organizationId],
    responseId: organization!.responseId,
    roles: [role],
  };
  return { email, userId, actor };
}

/** An organization whose books `keeper` keeps; answers its id and the keeper's actor with the longer reach. */
export async function keepBooksOfAnother(keeper: UserActor) {
  const { id } = await db.transaction((tx) =>
    createOrganization(tx, {
      name: `代管机构 ${uuidv7()}`,
      kind: "residents_committee",
      responseId: keeper.responseId,
      booksKeptBy: keeper.organizationId,
    }),
  );
  return { id, actor: { ...keeper, reach: [...keeper.reach, id] } };
}
