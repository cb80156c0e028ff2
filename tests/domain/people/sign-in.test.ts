import { eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { audit, db, grants, rateLimits, sessions } from "#db";
import { DomainError } from "#app/domain/errors.ts";
import { changePassword } from "#app/domain/people/change-password.server.ts";
import { endEverySession, endSession, listSessions } from "#app/domain/people/session.server.ts";
import { sessionActor } from "#app/domain/people/session-actor.server.ts";
import { signIn } from "#app/domain/people/sign-in.server.ts";
import { TRIES } from "#app/domain/people/sign-in-limits.server.ts";
import { makePerson, PASSWORD } from "#tests/support/person.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

const minute = 60_000;
let lastAddress = 0;
const somewhere = () => ({ address: `198.51.100.${(lastAddress += 1)}`, device: null });

afterEach(() => {
  vi.useRealTimers();
});

test("signing in opens a session with the roles of that moment, and the audit log keeps it", async () => {
  const { email, userId } = await makePerson(world.organizationId, "auditor");
  const secret = await signIn({ login: ` ${email.toUpperCase()}`, password: PASSWORD }, somewhere());
  expect(await sessionActor(secret)).toMatchObject({
    kind: "user",
    userId,
    organizationId: world.organizationId,
    reach: [world.organizationId],
    responseId: world.responseId,
    roles: ["auditor"],
  });
  const rows = await db.select().from(audit).where(eq(audit.subjectId, userId));
  expect(rows.map((row) => row.action)).toEqual(["session.open"]);
});

test("unknown account, wrong password and a person without roles are told the same", async () => {
  const { email, userId } = await makePerson(world.organizationId, "auditor");
  const from = somewhere();
  const answers = [
    await refusalCode(signIn({ login: email, password: "not this one" }, from)),
    await refusalCode(signIn({ login: "nobody@example.org", password: PASSWORD }, from)),
    await refusalCode(signIn({ login: "no login at all", password: PASSWORD }, from)),
  ];
  await db.delete(grants).where(eq(grants.userId, userId));
  answers.push(await refusalCode(signIn({ login: email, password: PASSWORD }, from)));
  expect(answers).toEqual(Array(4).fill("wrong_password"));
});

test("after ten wrong passwords the account waits, from whatever address; then it may again", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { email } = await makePerson(world.organizationId, "auditor");
  const tries = Array.from({ length: TRIES.account }, () =>
    refusalCode(signIn({ login: email, password: "not this one" }, somewhere())),
  );
  expect(await Promise.all(tries)).toEqual(Array(TRIES.account).fill("wrong_password"));
  vi.advanceTimersByTime(5 * minute);
  const locked = await signIn({ login: email, password: PASSWORD }, somewhere()).catch((error) => error);
  expect(locked).toBeInstanceOf(DomainError);
  expect(locked).toMatchObject({ code: "rate_limited", params: { minutes: 10 } });
  vi.advanceTimersByTime(11 * minute);
  expect(await refusalCode(signIn({ login: email, password: PASSWORD }, somewhere()))).toBe("done");
});

test("one address cannot try many accounts; another may go on", async () => {
  const from = { address: "2001:db8:1:2::1", device: null };
  const neighbour = { address: "2001:db8:1:2:ffff::9", device: null };
  for (let n = 0; n < TRIES.address; n += 1) {
    await refusalCode(signIn({ login: `${n}@example.org`, password: "x" }, from));
  }
  expect(await refusalCode(signIn({ login: "one-more@example.org", password: "x" }, neighbour))).toBe(
    "rate_limited",
  );
  expect(await refusalCode(signIn({ login: "one-more@example.org", password: "x" }, somewhere()))).toBe(
    "wrong_password",
  );
});

test("a right password is not counted, and the account starts anew", async () => {
  const { email } = await makePerson(world.organizationId, "auditor");
  for (let n = 0; n < TRIES.account + 2; n += 1) {
    await signIn({ login: email, password: PASSWORD }, { address: "203.0.113.9", device: null });
  }
  const [row] = await db.select().from(rateLimits).where(eq(rateLimits.key, "sign-in/address:203.0.113.9"));
  expect(row?.points).toBe(0);
});

test("what the table of sessions holds opens no session", async () => {
  const { email, userId } = await makePerson(world.organizationId, "auditor");
  const secret = await signIn({ login: email, password: PASSWORD }, somewhere());
  const [row] = await db.select().from(sessions).where(eq(sessions.userId, userId));
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(await sessionActor(row!.idHash)).toBeNull();
  expect(await sessionActor(secret)).not.toBeNull();
});

test("a session ends after 14 days unused, and begins anew with use", async () => {
  const { email, userId } = await makePerson(world.organizationId, "auditor");
  const secret = await signIn({ login: email, password: PASSWORD }, somewhere());
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * minute);
  const setExpiry = (expiresAt: Date) =>
    db.update(sessions).set({ expiresAt }).where(eq(sessions.userId, userId));
  await setExpiry(inDays(1));
  expect(await sessionActor(secret)).not.toBeNull();
  const [renewed] = await db.select().from(sessions).where(eq(sessions.userId, userId));
  expect(renewed!.expiresAt.getTime()).toBeGreaterThan(inDays(13.9).getTime());
  await setExpiry(inDays(-0.001));
  expect(await sessionActor(secret)).toBeNull();
});

test("signing out ends one session, signing out everywhere all of them", async () => {
  const { email, actor } = await makePerson(world.organizationId, "auditor");
  const secrets = [];
  for (let n = 0; n < 3; n += 1) {
    secrets.push(await signIn({ login: email, password: PASSWORD }, somewhere()));
  }
  const [first = "", second = "", third = ""] = secrets;
  await endSession(first);
  expect((await listSessions(actor, third)).map(({ current }) => current)).toEqual([true, false]);
  await endEverySession(actor);
  expect(await Promise.all([first, second, third].map(sessionActor))).toEqual([null, null, null]);
});

test("a changed password ends the other sessions and is the only one that works", async () => {
  const { email, actor } = await makePerson(world.organizationId, "auditor");
  const here = await signIn({ login: email, password: PASSWORD }, somewhere());
  const elsewhere = await signIn({ login: email, password: PASSWORD }, somewhere());
  const at = { secret: here, address: "198.51.100.200" };
  const change = (password: string) => changePassword(actor, at, { password, newPassword: "another one 9" });
  expect(await refusalCode(change("not this one"))).toBe("invalid");
  await change(PASSWORD);
  expect(await sessionActor(here)).not.toBeNull();
  expect(await sessionActor(elsewhere)).toBeNull();
  expect(await refusalCode(signIn({ login: email, password: PASSWORD }, somewhere()))).toBe("wrong_password");
  expect(await refusalCode(signIn({ login: email, password: "another one 9" }, somewhere()))).toBe("done");
});
