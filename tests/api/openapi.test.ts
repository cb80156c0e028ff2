import { expect, test } from "vitest";
import { z } from "zod";
import { examples } from "#app/api/examples.ts";
import { openApi } from "#app/api/openapi.server.ts";
import { openActions, permissions } from "#app/domain/permissions.ts";
import { queries } from "#app/domain/queries.server.ts";
import { verbs } from "#app/domain/verbs.server.ts";

const Operation = z.object({
  operationId: z.string(),
  summary: z.string().regex(/\p{Script=Han}.* · [A-Z]/u),
  parameters: z.array(
    z.union([z.object({ $ref: z.string() }), z.object({ name: z.string(), in: z.string() })]),
  ),
  requestBody: z
    .object({ content: z.object({ "application/json": z.object({ schema: z.looseObject({}) }) }) })
    .optional(),
  responses: z.looseObject({
    "200": z.object({ description: z.string() }),
    default: z.object({ $ref: z.string() }),
  }),
});
const Description = z.looseObject({
  openapi: z.literal("3.1.0"),
  paths: z.record(
    z.string().startsWith("/"),
    z.object({ get: Operation.optional(), post: Operation.optional() }),
  ),
});

const described = Description.parse(JSON.parse(JSON.stringify(openApi())));

test("every verb falls under a permission, and every permission has its verbs", () => {
  const names = verbs.map(({ name }) => name).sort();
  expect(new Set(names).size).toBe(names.length);
  const rows = [...Object.keys(permissions), ...openActions].filter((row) => row !== "ledger.read");
  expect([...new Set(verbs.map(({ action }) => action))].sort()).toEqual(rows.sort());
});

test("every verb and every query is described once, in Chinese and English", () => {
  const posts = Object.keys(described.paths).filter((path) => described.paths[path]?.post);
  expect(posts.sort()).toEqual(
    [...verbs.map(({ name }) => `/${name.replace(".", "/")}`), "/delivery/confirm-many"].sort(),
  );
  expect(Object.values(described.paths).filter(({ get }) => get)).toHaveLength(queries.length);
  const ids = Object.values(described.paths).flatMap(({ get, post }) =>
    [get, post].map((each) => each?.operationId),
  );
  const given = ids.filter((id) => id !== undefined);
  expect(new Set(given).size).toBe(given.length);
});

test("every reference in the description leads somewhere", () => {
  const text = JSON.stringify(openApi());
  for (const [, path = ""] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
    let at: unknown = openApi();
    for (const step of path.split("/").slice(1)) {
      at =
        typeof at === "object" && at !== null
          ? Object.entries(at).find(([key]) => key === step)?.[1]
          : undefined;
    }
    expect(at, path).toBeDefined();
  }
});

test.each(verbs.map((verb) => [verb.name, verb] as const))("the example of %s parses", (name, verb) => {
  const parsed = verb.schema.safeParse(examples[name]);
  expect(parsed.error?.issues ?? []).toEqual([]);
});

test.each(verbs.map((verb) => [verb.name, verb] as const))("the schema of %s describes an object", (name) => {
  const body =
    described.paths[`/${name.replace(".", "/")}`]?.post?.requestBody?.content["application/json"].schema;
  expect(body?.type === "object" || Array.isArray(body?.oneOf)).toBe(true);
});
