import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { apiTokens, audit, db } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { createToken } from "#app/domain/people/create-token.server.ts";
import { listTokens } from "#app/domain/people/list.server.ts";
import { revokeToken } from "#app/domain/people/revoke-token.server.ts";
import { tokenActor } from "#app/domain/people/token-actor.server.ts";
import { keepBooksOfAnother } from "#tests/support/person.ts";
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

const input = { name: "扫码枪", role: "warehouse_keeper" } as const;

test("a token acts for its organization in its role, until it is ended", async () => {
  const kept = await keepBooksOfAnother(administrator);
  const { id, token } = await createToken(administrator, uuidv7(), input);
  expect(token).toMatch(/^jieli_[\w-]{43}$/);
  expect(await tokenActor(token)).toEqual({
    kind: "token",
    tokenId: id,
    organizationId: world.organizationId,
    reach: [world.organizationId, kept.id],
    responseId: world.responseId,
    roles: ["warehouse_keeper"],
  });
  await revokeToken(administrator, uuidv7(), { tokenId: id });
  expect(await tokenActor(token)).toBeNull();
  expect((await listTokens(administrator)).rows.find((row) => row.id === id)?.revokedAt).not.toBeNull();
  const rows = await db.select().from(audit).where(eq(audit.subjectId, id));
  expect(rows.map((row) => row.action)).toEqual(["token.create", "token.revoke"]);
});

test("the same request shows the same token again, and the table does not hold it", async () => {
  const requestId = uuidv7();
  const first = await createToken(administrator, requestId, input);
  expect(await createToken(administrator, requestId, input)).toEqual(first);
  const [row] = await db.select().from(apiTokens).where(eq(apiTokens.id, first.id));
  expect(await tokenActor(row!.tokenHash)).toBeNull();
  expect(await tokenActor(`jieli_${row!.tokenHash}`)).toBeNull();
});

test("only administrators make and end tokens, and only their organization's", async () => {
  expect(await refusalCode(createToken(world.actors.fund_officer, uuidv7(), input))).toBe("forbidden");
  const { id: tokenId } = await createToken(administrator, uuidv7(), input);
  expect(await refusalCode(revokeToken(world.actors.auditor, uuidv7(), { tokenId }))).toBe("forbidden");
  expect(await refusalCode(revokeToken(other.actors.administrator, uuidv7(), { tokenId }))).toBe("not_found");
});
