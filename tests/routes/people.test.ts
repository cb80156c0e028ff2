import { beforeAll, expect, test } from "vitest";
import type { UserActor } from "#app/domain/actor.ts";
import { action as account, loader as accountLoader } from "#app/routes/desk.account.tsx";
import { loader as organization } from "#app/routes/desk.organizations.$id.tsx";
import {
  action as addOrganization,
  loader as organizations,
} from "#app/routes/desk.organizations._index.tsx";
import { action as people, loader as peopleLoader } from "#app/routes/desk.people.tsx";
import { action as tokens, loader as tokensLoader } from "#app/routes/desk.tokens.tsx";
import { action as accept, loader as invitation } from "#app/routes/invitations.$token.tsx";
import { makePerson, PASSWORD } from "#tests/support/person.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let administrator: UserActor;

beforeAll(async () => {
  world = await makeWorld();
  administrator = world.actors.administrator;
});

async function inviteByForm(): Promise<string> {
  const request = await posting(administrator, "/desk/people", { intent: "invite", role: "auditor" });
  const answer = await people(routeArgs(request));
  if (typeof answer.data.result !== "string") throw new Error("no link");
  return answer.data.result;
}

test("from the link to the desk: invited, looked at twice, accepted, and then the link is gone", async () => {
  const token = (await inviteByForm()).split("/invitations/")[1] ?? "";
  const path = `/invitations/${token}`;
  for (let look = 0; look < 2; look += 1) {
    const page = await invitation(routeArgs(await asking(null, path), { token }));
    expect(page.invitation.role).toBe("auditor");
  }
  const values = { intent: "accept", name: "韩梅梅", login: "mei@example.org", password: PASSWORD };
  const joined = await thrownBy(accept(routeArgs(await posting(null, path, values), { token })));
  expect(joined.headers.get("Location")).toBe("/desk");
  expect(joined.headers.get("Set-Cookie")).toMatch(/^session=/);
  const again = await thrownBy(invitation(routeArgs(await asking(null, path), { token })));
  expect(again.status).toBe(410);
  expect(await again.json()).toEqual({ message: expect.stringContaining("重新发一个") });
  const { people: list } = await peopleLoader(routeArgs(await asking(administrator, "/desk/people")));
  expect(list.rows.map((row) => row.email)).toContain("mei@example.org");
});

test("somebody signed in joins with the account they have, and acts for the new organization", async () => {
  const other = await makeWorld();
  const person = await makePerson(other.organizationId, "dispatcher");
  const token = (await inviteByForm()).split("/invitations/")[1] ?? "";
  const request = await posting(person.actor, `/invitations/${token}`, { intent: "join" });
  expect((await thrownBy(accept(routeArgs(request, { token })))).headers.get("Location")).toBe("/desk");
  const cookie = request.headers.get("Cookie") ?? "";
  const seen = await accountLoader(
    routeArgs(new Request("http://localhost/desk/account", { headers: { Cookie: cookie } })),
  );
  expect(seen.organizationId).toBe(world.organizationId);
  expect(seen.organizations).toHaveLength(2);
});

test("a form with mistakes comes back with them", async () => {
  const token = (await inviteByForm()).split("/invitations/")[1] ?? "";
  const values = { name: "韩", login: "12345", password: "short" };
  const request = await posting(null, `/invitations/${token}`, values);
  const answer = await accept(routeArgs(request, { token }));
  expect(answer.init?.status).toBe(422);
  expect(answer.data.errors?.fields).toEqual({ login: "bad_login", password: "bad_password" });
});

test("people and tokens are the administrators' pages, organizations everybody's", async () => {
  const auditor = (path: string) => asking(world.actors.auditor, path);
  const form = (path: string) => posting(world.actors.auditor, path, { role: "auditor" });
  const answers = [
    await thrownBy(peopleLoader(routeArgs(await auditor("/desk/people")))),
    await thrownBy(tokensLoader(routeArgs(await auditor("/desk/tokens")))),
    await thrownBy(people(routeArgs(await form("/desk/people")))),
    await thrownBy(tokens(routeArgs(await form("/desk/tokens")))),
    await thrownBy(addOrganization(routeArgs(await form("/desk/organizations")))),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  const seen = await organizations(routeArgs(await auditor("/desk/organizations")));
  expect(seen.own.id).toBe(world.organizationId);
  for (const id of ["no-id", (await makeWorld()).organizationId]) {
    const page = organization(routeArgs(await auditor(`/desk/organizations/${id}`), { id }));
    expect((await thrownBy(page)).status).toBe(404);
  }
});

test("a token is shown when it is made", async () => {
  const request = await posting(administrator, "/desk/tokens", { name: "报表", role: "auditor" });
  const answer = await tokens(routeArgs(request));
  expect(answer.data.result).toMatchObject({ token: expect.stringMatching(/^jieli_/) });
});

test("the last administrator is told why the access stays", async () => {
  const values = { intent: "revoke", userId: administrator.userId };
  const answer = await people(routeArgs(await posting(administrator, "/desk/people", values)));
  expect(answer.init?.status).toBe(409);
  expect(answer.data.errors?.form).toContain("最后一位管理员");
});

test("signing out everywhere leads back to signing in", async () => {
  const request = await posting(world.actors.auditor, "/desk/account", { intent: "end-every" });
  const answer = await thrownBy(account(routeArgs(request)));
  expect(answer.headers.get("Location")).toBe("/sign-in");
  expect((await thrownBy(accountLoader(routeArgs(request)))).status).toBe(302);
});
