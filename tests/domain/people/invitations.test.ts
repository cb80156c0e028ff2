import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { audit, db, grants, invitations, requests, users } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import {
  acceptInvitation,
  joinOrganization,
  renewPassword,
} from "#app/domain/people/accept-invitation.server.ts";
import { getInvitation } from "#app/domain/people/get-invitation.server.ts";
import { inviteUser, resetPassword } from "#app/domain/people/invite.server.ts";
import { listInvitations, listPeople } from "#app/domain/people/list.server.ts";
import { revokeInvitation } from "#app/domain/people/revoke-invitation.server.ts";
import { AcceptInvitation, InviteUser } from "#app/domain/people/schema.ts";
import { signIn } from "#app/domain/people/sign-in.server.ts";
import { keepBooksOfAnother, makePerson, PASSWORD } from "#tests/support/person.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let other: World;
let administrator: UserActor;

beforeAll(async () => {
  world = await makeWorld();
  administrator = world.actors.administrator;
  other = await makeWorld();
});

const from = { address: "192.0.2.7", device: null };

const invite = (values: Partial<InviteUser> = {}) =>
  inviteUser(administrator, uuidv7(), InviteUser.parse({ role: "dispatcher", ...values }));

const acceptance = (token: string, login = `${uuidv7()}@example.org`) =>
  AcceptInvitation.parse({ token, name: "韩梅梅", login, password: PASSWORD });

test("an invited person takes up the link, has the role and signs in; the audit log says who and when", async () => {
  const { id, token } = await invite({ note: "给小韩" });
  expect((await listInvitations(administrator)).find((row) => row.id === id)?.note).toBe("给小韩");
  expect(await getInvitation(token)).toMatchObject({ role: "dispatcher", person: null });
  const input = acceptance(token, "+86 139 0013 9000");
  const { userId } = await acceptInvitation(uuidv7(), input);
  const people = await listPeople(administrator);
  expect(people.rows.find((row) => row.userId === userId)).toMatchObject({
    phone: "+8613900139000",
    roles: ["dispatcher"],
  });
  expect(await refusalCode(signIn({ login: "13900139000", password: PASSWORD }, from))).toBe("done");
  const actions = (subjectId: string) => db.select().from(audit).where(eq(audit.subjectId, subjectId));
  expect((await actions(id)).map((row) => row.action)).toEqual(["user.invite"]);
  expect((await actions(userId)).map((row) => row.action)).toEqual(["invitation.accept", "session.open"]);
});

test("a link works once: of two at the same moment one makes a user", async () => {
  const { token } = await invite();
  const inputs = [acceptance(token), acceptance(token)];
  const codes = await Promise.all(inputs.map((input) => refusalCode(acceptInvitation(uuidv7(), input))));
  expect(codes.sort()).toEqual(["done", "link_expired"]);
  const emails = inputs.map(({ login }) => login.email ?? "");
  const made = await Promise.all(
    emails.map((email) => db.select().from(users).where(eq(users.email, email))),
  );
  expect(made.flat()).toHaveLength(1);
  expect(await refusalCode(getInvitation(token))).toBe("link_expired");
});

test("the same acceptance sent twice is one", async () => {
  const { token } = await invite();
  const requestId = uuidv7();
  const input = acceptance(token);
  const answers = await Promise.all([acceptInvitation(requestId, input), acceptInvitation(requestId, input)]);
  expect(answers[0]).toEqual(answers[1]);
});

test("a link taken back, too old or made up opens nothing", async () => {
  const revoked = await invite();
  await revokeInvitation(administrator, uuidv7(), { invitationId: revoked.id });
  const old = await invite();
  await db
    .update(invitations)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(invitations.id, old.id));
  for (const token of [revoked.token, old.token, "made-up"]) {
    expect(await refusalCode(getInvitation(token))).toBe("link_expired");
    expect(await refusalCode(acceptInvitation(uuidv7(), acceptance(token)))).toBe("link_expired");
  }
});

test("the same request shows the same link again, and no table holds it", async () => {
  const requestId = uuidv7();
  const input = InviteUser.parse({ role: "auditor" });
  const first = await inviteUser(administrator, requestId, input);
  expect(await inviteUser(administrator, requestId, input)).toEqual(first);
  const kept = [
    await db.select().from(invitations).where(eq(invitations.id, first.id)),
    await db.select().from(requests).where(eq(requests.id, requestId)),
  ];
  expect(
    JSON.stringify(kept, (_key, value) => (typeof value === "bigint" ? `${value}` : value)),
  ).not.toContain(first.token);
});

test("only administrators invite and take back, and only within reach", async () => {
  const input = InviteUser.parse({ role: "auditor" });
  expect(await refusalCode(inviteUser(world.actors.auditor, uuidv7(), input))).toBe("forbidden");
  const { id } = await invite();
  expect(await refusalCode(revokeInvitation(world.actors.dispatcher, uuidv7(), { invitationId: id }))).toBe(
    "forbidden",
  );
  expect(
    await refusalCode(revokeInvitation(other.actors.administrator, uuidv7(), { invitationId: id })),
  ).toBe("not_found");
  const elsewhere = InviteUser.parse({ role: "auditor", organizationId: other.organizationId });
  expect(await refusalCode(inviteUser(administrator, uuidv7(), elsewhere))).toBe("not_found");
  const kept = await keepBooksOfAnother(administrator);
  const there = InviteUser.parse({ role: "auditor", organizationId: kept.id });
  expect(await refusalCode(inviteUser(kept.actor, uuidv7(), there))).toBe("done");
});

test("somebody who has an account signs in and joins with it", async () => {
  const person = await makePerson(other.organizationId, "auditor");
  const { token } = await invite();
  const asNew = acceptInvitation(uuidv7(), acceptance(token, person.email));
  expect(await refusalCode(asNew)).toBe("invalid");
  await joinOrganization(person.actor, uuidv7(), { token });
  const granted = await db.select().from(grants).where(eq(grants.userId, person.userId));
  expect(granted.map((grant) => grant.role).sort()).toEqual(["auditor", "dispatcher"]);
});

test("a lost password is set anew by a link from the administrator, once", async () => {
  const person = await makePerson(world.organizationId, "auditor");
  const { userId } = person;
  const { token } = await resetPassword(administrator, uuidv7(), { userId, organizationId: null });
  expect(await getInvitation(token)).toMatchObject({ person: "李雷", login: person.email });
  expect(await refusalCode(acceptInvitation(uuidv7(), acceptance(token)))).toBe("link_expired");
  await renewPassword(uuidv7(), { token, password: "a brand new one" });
  expect(await refusalCode(signIn({ login: person.email, password: "a brand new one" }, from))).toBe("done");
  expect(await refusalCode(renewPassword(uuidv7(), { token, password: "and another" }))).toBe("link_expired");
});

test("an administrator cannot set the password of somebody who also works out of their reach", async () => {
  const { userId } = await makePerson(world.organizationId, "auditor");
  await db.insert(grants).values({ userId, organizationId: other.organizationId, role: "administrator" });
  const reset = (actor: typeof administrator) =>
    refusalCode(resetPassword(actor, uuidv7(), { userId, organizationId: null }));
  expect(await reset(administrator)).toBe("forbidden");
  await db
    .delete(grants)
    .where(and(eq(grants.userId, userId), eq(grants.organizationId, world.organizationId)));
  expect(await reset(administrator)).toBe("not_found");
});
