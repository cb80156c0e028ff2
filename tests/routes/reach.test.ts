import { readdirSync } from "node:fs";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";
import { roles } from "#db/vocabulary";
import type { UserActor } from "#app/domain/actor.ts";
import { may } from "#app/domain/permissions.ts";
import { type Ids, type Kind, makeBelongings, nobodysIds } from "#tests/support/belongings.ts";
import { type DeskRoute, deskRoutes, type Post } from "#tests/support/desk-routes.ts";
import { asking, posting, routeArgs } from "#tests/support/requests.ts";

type Belongings = Awaited<ReturnType<typeof makeBelongings>>;
let mine: Belongings;
let theirs: Belongings;
beforeAll(async () => {
  mine = await makeBelongings();
  theirs = await makeBelongings();
});

interface RouteModule {
  loader?: (args: LoaderFunctionArgs) => unknown;
  action?: (args: ActionFunctionArgs) => unknown;
}

const modules = import.meta.glob<RouteModule>("/app/routes/*");
const files = readdirSync("app/routes");
const deskFiles = files.filter((file) => file.startsWith("desk"));

/**
 * Pages without a session of their own: what their address names is a secret or public. The photo that needs one is no
 * page: tests/routes/photos.test.ts.
 */
const open = new Set([
  "q.$code.tsx",
  "q.$code_.receipt[.]pdf.ts",
  "invitations.$token.tsx",
  "consignments.$token.tsx",
  "s.$token.tsx",
  "t.$code.tsx",
  "t.$code_.feed[.]xml.ts",
  "t.$code_.certificate[.]pdf.ts",
  "calendar.$feed.ts",
  "reports.$file.ts",
  "photos.$id.ts",
  "photos.public.$name.ts",
  "q.$code_.photos.ts",
  "p.$organization.$issue._index.ts",
  "p.$organization.$issue.$version._index.tsx",
  "data.$file.ts",
  "share.$file.ts",
  "$.tsx",
]);

async function moduleOf(file: string): Promise<RouteModule> {
  return (await modules[`/app/routes/${file}`]?.()) ?? {};
}

test("every page with a parameter, and every page of the desk, is in the table; every form of theirs too", async () => {
  expect(Object.keys(deskRoutes).sort()).toEqual([...deskFiles].sort());
  for (const file of files.filter((name) => name.includes("$") && !open.has(name))) {
    expect.soft(deskRoutes[file]?.param, file).toBeDefined();
  }
  for (const file of deskFiles) {
    expect.soft(deskRoutes[file]?.posts !== undefined, file).toBe(Boolean((await moduleOf(file)).action));
  }
});

interface Answer {
  status: number;
  body: string;
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** What a loader or an action answered or threw, without the ids that stand in it. */
async function answerOf(work: unknown): Promise<Answer> {
  const answer = await Promise.resolve(work).catch((thrown: unknown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) {
    const location = answer.headers.get("Location");
    return { status: answer.status, body: withoutIds(location ?? (await answer.text())) };
  }
  const [init, body] = hasInit(answer) ? [answer.init, answer.data] : [null, answer];
  return { status: init?.status ?? 200, body: withoutIds(toText(body)) };
}

function hasInit(answer: unknown): answer is { init: ResponseInit | null; data: unknown } {
  return typeof answer === "object" && answer !== null && "init" in answer && "data" in answer;
}

const CODE = /\b[0-9A-HJKMNP-TV-Z]{3}-?[0-9A-HJKMNP-TV-Z]{3}-?[0-9A-HJKMNP-TV-Z]{3}\b/g;
const withoutIds = (text: string) =>
  text
    .replace(UUID, "ID")
    .replace(CODE, "CODE")
    .replaceAll(/\b(lot)?\d+\b/g, "N");
const toText = (body: unknown) =>
  JSON.stringify(body, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value)) ?? "";

const pathOf = (file: string, { query }: DeskRoute, ids: Ids) =>
  `/${file.replace(/\.tsx?$/, "").replaceAll(".", "/")}?${new URLSearchParams(query?.(ids))}`;

const paramsOf = ({ param }: DeskRoute, ids: Ids): Record<string, string> =>
  param ? { id: ids[param] } : {};

async function load(actor: UserActor | null, file: string, route: DeskRoute, ids: Ids): Promise<Answer> {
  const { loader } = await moduleOf(file);
  const request = await asking(actor, pathOf(file, route, ids));
  return answerOf(Promise.resolve(routeArgs(request, paramsOf(route, ids))).then(loader));
}

async function send(
  actor: UserActor | null,
  file: string,
  route: DeskRoute,
  { form }: Post,
  ids: Ids,
): Promise<Answer> {
  const { action } = await moduleOf(file);
  const request = await posting(actor, pathOf(file, route, ids), form(ids));
  return answerOf(Promise.resolve(routeArgs(request, paramsOf(route, ids))).then(action));
}

const namedBy = (route: DeskRoute, names: Kind[] = []): Kind[] =>
  route.param ? [route.param, ...names] : names;

test.each(deskFiles)(
  "%s reads alike for what is another organization's and what is nobody's",
  async (file) => {
    const route = deskRoutes[file] ?? {};
    const actor = mine.world.actors.administrator;
    expect((await load(actor, file, route, mine.ids)).status, "one's own").toBeLessThan(400);
    for (const kind of namedBy(route, route.names)) {
      const others = await load(actor, file, route, { ...mine.ids, [kind]: theirs.ids[kind] });
      const nobodys = await load(actor, file, route, { ...mine.ids, [kind]: nobodysIds()[kind] });
      expect.soft(others, kind).toEqual(nobodys);
      if (kind === route.param) expect.soft(others.status, kind).toBe(404);
    }
    if (route.param) {
      const garbled = await load(actor, file, route, { ...mine.ids, [route.param]: "nothing' or 1=1" });
      expect.soft(garbled.status, "garbled").toBe(404);
    }
  },
);

const posts = deskFiles.flatMap((file) => {
  const route = deskRoutes[file] ?? {};
  return (route.posts ?? []).map((post) => ({ file, route, post, name: `${file} ${post.action}` }));
});

test.each(posts)("$name does nothing to what is another organization's", async ({ file, route, post }) => {
  const actor = mine.world.actors.administrator;
  for (const kind of namedBy(route, post.names)) {
    const others = await send(actor, file, route, post, { ...mine.ids, [kind]: theirs.ids[kind] });
    const nobodys = await send(actor, file, route, post, { ...mine.ids, [kind]: nobodysIds()[kind] });
    expect.soft(others.status, `${kind} ${others.body}`).toBe(404);
    expect.soft(others, kind).toEqual(nobodys);
  }
});

test.each(deskFiles)("%s sends whoever is not signed in to sign in", async (file) => {
  const route = deskRoutes[file] ?? {};
  const { loader } = await moduleOf(file);
  if (loader && file !== "desk.gifts._index.tsx") {
    const answer = await load(null, file, route, mine.ids);
    expect(answer).toMatchObject({ status: 302, body: expect.stringMatching(/^\/sign-in\?next=%2Fdesk/) });
  }
  for (const post of route.posts ?? []) {
    const answer = await send(null, file, route, post, mine.ids);
    expect(answer).toMatchObject({ status: 302, body: expect.stringMatching(/^\/sign-in\?next=%2Fdesk/) });
  }
});

test.each(posts)(
  "$name is refused to every role that may not, and to no other",
  async ({ file, route, post }) => {
    const ids = nobodysIds();
    for (const role of roles) {
      const actor = mine.world.actors[role];
      const { status } = await send(actor, file, route, post, ids);
      const allowed = post.action === null || may(actor, post.action);
      if (allowed) expect.soft(status, role).not.toBe(403);
      else expect.soft(status, role).toBe(403);
    }
  },
);
