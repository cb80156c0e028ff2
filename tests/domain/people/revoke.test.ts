import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { audit, db, grants } from "#db";
import { getInvitation } from "#app/domain/people/get-invitation.server.ts";
import { inviteUser } from "#app/domain/people/invite.server.ts";
import { revokeUser } from "#app/domain/people/revoke.server.ts";
import { openSession, switchOrganization } from "#app/domain/people/session.server.ts";
import { sessionActor } from "#app/domain/people/session-actor.server.ts";
import { makePerson } from "#tests/support/person.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld } from "#tests/support/world.ts";

const from = { address: "192.0.2.1", device: null };

test("access taken away: roles, sessions and links go at once; the audit log keeps which roles", async () => {
  const world = await makeWorld();
  const { actor, userId } = await makePerson(world.organizationId, "administrator");
  const secret = await openSession(userId, world.organizationId, from);
  const { token } = await inviteUser(actor, uuidv7(), { organizationId: null, role: "auditor", note: null });
  await revokeUser(world.actors.administrator, uuidv7(), { userId, organizationId: null });
  expect(await sessionActor(secret)).toBeNull();
  expect(await refusalCode(getInvitation(token))).toBe("link_expired");
  expect(await db.select().from(grants).where(eq(grants.userId, userId))).toEqual([]);
  const rows = await db.select().from(audit).where(eq(audit.subjectId, userId));
  expect(rows.find((row) => row.action === "user.revoke")?.detail).toEqual({ roles: "administrator" });
});

test("a session elsewhere lives on", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { userId, actor } = await makePerson(world.organizationId, "auditor");
  await db.insert(grants).values({ userId, organizationId: other.organizationId, role: "dispatcher" });
  const secret = await openSession(userId, world.organizationId, from);
  await switchOrganization(actor, secret, { organizationId: other.organizationId });
  await revokeUser(world.actors.administrator, uuidv7(), { userId, organizationId: null });
  expect(await sessionActor(secret)).toMatchObject({
    organizationId: other.organizationId,
    roles: ["dispatcher"],
  });
});

test("the last administrator stays, also when two remove each other at the same moment", async () => {
  const world = await makeWorld();
  const { administrator } = world.actors;
  const revoke = (actor: typeof administrator, userId: string) =>
    refusalCode(revokeUser(actor, uuidv7(), { userId, organizationId: null }));
  expect(await revoke(administrator, administrator.userId)).toBe("last_administrator");
  const second = await makePerson(world.organizationId, "administrator");
  const codes = await Promise.all([
    revoke(administrator, second.userId),
    revoke(second.actor, administrator.userId),
  ]);
  expect(codes.sort()).toEqual(["done", "last_administrator"]);
});

test("only administrators take access away, and only within reach", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { userId } = world.actors.dispatcher;
  const revoke = (actor: typeof world.actors.dispatcher, organizationId: string | null) =>
    refusalCode(revokeUser(actor, uuidv7(), { userId, organizationId }));
  expect(await revoke(world.actors.auditor, null)).toBe("forbidden");
  expect(await revoke(other.actors.administrator, null)).toBe("not_found");
  expect(await revoke(other.actors.administrator, world.organizationId)).toBe("not_found");
});

test("nobody switches to an organization in which they have no role", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { userId, actor } = await makePerson(world.organizationId, "auditor");
  const secret = await openSession(userId, world.organizationId, from);
  const change = switchOrganization(actor, secret, { organizationId: other.organizationId });
  expect(await refusalCode(change)).toBe("not_found");
});
