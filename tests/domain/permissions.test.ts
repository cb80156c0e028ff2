import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { roles } from "#db/vocabulary";
import { examples } from "#app/api/examples.ts";
import type { Actor } from "#app/domain/actor.ts";
import { DomainError } from "#app/domain/errors.ts";
import { may, openActions, permissions } from "#app/domain/permissions.ts";
import type { Verb } from "#app/domain/verb.ts";
import { verbNamed, verbs } from "#app/domain/verbs.server.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
/** A draft to try on: what an import's verbs are asked first is which file. */
let importId: unknown;

beforeAll(async () => {
  world = await makeWorld();
  const uploaded = await verbNamed("import.upload")?.call(world.actors.administrator, uuidv7(), {
    fileName: "表.csv",
    file: Buffer.from("日期,捐赠人,金额\n2022-04-01,张三,100\n").toString("base64"),
  });
  importId = Object(uploaded).id;
});

/** The code with which a verb refuses its example, whose ids lead nowhere; "done" when it does not. */
async function refusalOf(verb: Verb, actor: Actor): Promise<string> {
  const example = Object(examples[verb.name]);
  const body = "importId" in example ? { ...example, importId, mapping: {} } : example;
  try {
    await verb.call(actor, uuidv7(), body);
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const guarded = verbs.filter(({ action }) => action in permissions);

test.each(guarded.map((verb) => [verb.name, verb] as const))(
  "%s is for its roles alone",
  async (_name, verb) => {
    // Those it is not for come first, before somebody else uses the draft up.
    const inTurn = [...roles].sort(
      (a, b) => Number(may(world.actors[a], verb.action)) - Number(may(world.actors[b], verb.action)),
    );
    for (const role of inTurn) {
      const refused = (await refusalOf(verb, world.actors[role])) === "forbidden";
      expect([role, refused]).toEqual([role, !may(world.actors[role], verb.action)]);
    }
  },
);

test.each(guarded.map((verb) => [verb.name, verb] as const))("%s needs an account", async (_name, verb) => {
  expect(await refusalOf(verb, { kind: "receiver", address: "192.0.2.1" })).toBe("not_signed_in");
});

test("what is open to everybody refuses nobody for who they are", async () => {
  const open = verbs.filter(({ action }) => openActions.some((each) => each === action));
  expect(open).toHaveLength(openActions.length);
  for (const verb of open) {
    expect(await refusalOf(verb, { kind: "receiver", address: "192.0.2.1" })).toMatch(
      /code_unknown|link_expired/,
    );
  }
});

test("an auditor changes nothing, and an administrator may do everything", () => {
  for (const { action } of guarded) {
    expect([action, may(world.actors.auditor, action)]).toEqual([action, false]);
    expect([action, may(world.actors.administrator, action)]).toEqual([action, true]);
  }
});
