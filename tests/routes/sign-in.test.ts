import { beforeAll, expect, test } from "vitest";
import { action, loader } from "#app/routes/sign-in.tsx";
import { action as signOut } from "#app/routes/sign-out.tsx";
import { actorOf, requireAction, requireActor } from "#app/session/actor.server.ts";
import { makePerson, PASSWORD } from "#tests/support/person.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let person: Awaited<ReturnType<typeof makePerson>>;

beforeAll(async () => {
  world = await makeWorld();
  person = await makePerson(world.organizationId, "auditor");
});

async function signIn(values: Record<string, string>): Promise<Response> {
  const request = await posting(null, "/sign-in", { login: person.email, password: PASSWORD, ...values });
  return thrownBy(action(routeArgs(request)));
}

test("the cookie of a sign-in is the browser's alone, and signing out ends it", async () => {
  const answer = await signIn({ next: "/desk/stock?page=2" });
  expect(answer.headers.get("Location")).toBe("/desk/stock?page=2");
  const header = answer.headers.get("Set-Cookie") ?? "";
  expect(header).toMatch(/^session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
  const headers = { Cookie: header.split(";")[0] ?? "" };
  const request = new Request("http://localhost/desk", { headers });
  expect(await actorOf(request)).toMatchObject({ userId: person.userId });
  const out = await signOut(routeArgs(new Request("http://localhost/sign-out", { method: "POST", headers })));
  expect(out.headers.get("Set-Cookie")).toMatch(/^session=; Max-Age=0; Path=\//);
  expect(await actorOf(request)).toBeNull();
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "/sign-in",
  "",
])("after signing in, %j leads to the desk", async (next) =>
  expect((await signIn({ next })).headers.get("Location")).toBe("/desk"),
);

test("a wrong password comes back with what was typed but never the password", async () => {
  const values = { login: person.email, password: "not this one" };
  const answer = await action(routeArgs(await posting(null, "/sign-in", values)));
  expect(answer.init?.status).toBe(401);
  expect(answer.data.values).toEqual({ login: person.email });
  expect(answer.data.form).toContain("密码不对");
});

test("whoever is signed in already goes on", async () => {
  const request = await asking(person.actor, "/sign-in?next=/desk/stock");
  const answer = await thrownBy(loader(routeArgs(request)));
  expect(answer.headers.get("Location")).toBe("/desk/stock");
});

test("a page of the desk sends strangers to sign in and back, and says 403 to the wrong role", async () => {
  const stranger = await thrownBy(requireActor(await asking(null, "/desk/stock?page=2")));
  expect(stranger.headers.get("Location")).toBe("/sign-in?next=%2Fdesk%2Fstock%3Fpage%3D2");
  const forged = new Request("http://localhost/desk", { headers: { Cookie: "session=ImZvcmdlZCI%3D" } });
  expect((await thrownBy(requireActor(forged))).status).toBe(302);
  const auditor = await thrownBy(requireAction(await asking(person.actor, "/desk/people"), "user.invite"));
  expect(auditor.status).toBe(403);
});
