import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import { boxEvents, db } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { action } from "#app/routes/desk_.scan.sync.ts";
import type { ActOutcome } from "#app/offline/send-acts.ts";
import { boxedMasks, boxOf } from "#tests/support/boxes.ts";
import { asking, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let codes: string[];
beforeEach(async () => {
  world = await makeWorld();
  ({ codes } = await boxedMasks(world, 3));
});

async function post(actor: UserActor | null, body: unknown) {
  const { headers } = await asking(actor, "/desk/scan/sync");
  return routeArgs(
    new Request("http://localhost/desk/scan/sync", {
      method: "POST",
      headers: { ...Object.fromEntries(headers), "Content-Type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
}

const move = (code: string, to = world.bin.id, requestId = uuidv7()) => ({
  requestId,
  verb: "box.move",
  input: { code, to, reason: null, occurredAt: "2022-04-01T10:00:00.000+08:00" },
});

async function sync(
  acts: unknown[],
  actor: UserActor = world.actors.warehouse_keeper,
): Promise<ActOutcome[]> {
  const answer = await action(await post(actor, { acts }));
  const { results } = (await answer.json()) as { results: ActOutcome[] };
  return results;
}

const outcomes = (results: ActOutcome[]) => results.map((result) => (result.ok ? "ok" : result.error.code));

describe("POST /desk/scan/sync", () => {
  test("each act has its own outcome, and a refused one holds nobody up", async () => {
    const nobodys = "000000000";
    const results = await sync([move(codes[0]!), move(nobodys), move(codes[0]!), move(codes[1]!)]);
    expect(outcomes(results)).toEqual(["ok", "code_unknown", "box_there_already", "ok"]);
    expect(results[1]).toMatchObject({ again: false, error: { message: expect.stringContaining("000") } });
    expect((await boxOf(codes[1]!)).accountId).toBe(world.bin.accountId);
  });

  test("sent twice, it is done once", async () => {
    const act = move(codes[0]!);
    expect(outcomes(await sync([act]))).toEqual(["ok"]);
    expect(outcomes(await sync([act, act]))).toEqual(["ok", "ok"]);
    const events = await db.select().from(boxEvents).where(eq(boxEvents.id, act.requestId));
    expect(events).toHaveLength(1);
  });

  test("only what scanning does is done, and only by whom it may be", async () => {
    const warehouse = { requestId: uuidv7(), verb: "warehouse.add", input: { name: "偷偷加的仓" } };
    const missing = { requestId: uuidv7(), verb: "nothing.at-all", input: {} };
    const bad = { requestId: uuidv7(), verb: "box.move", input: { code: "?" } };
    expect(outcomes(await sync([warehouse, missing, bad], world.actors.administrator))).toEqual([
      "not_found",
      "not_found",
      "invalid",
    ]);
    const receive = { requestId: uuidv7(), verb: "box.receive", input: receiveInput() };
    expect(outcomes(await sync([receive], world.actors.dispatcher))).toEqual(["forbidden"]);
    expect((await thrownBy(action(await post(world.actors.auditor, { acts: [] })))).status).toBe(403);
    expect((await thrownBy(action(await post(null, { acts: [] })))).status).toBe(302);
  });

  test("another organization's box reads as unknown", async () => {
    const other = await makeWorld();
    const theirs = await boxedMasks(other, 1);
    expect(outcomes(await sync([move(theirs.codes[0]!)]))).toEqual(["code_unknown"]);
    expect((await boxOf(theirs.codes[0]!)).accountId).toBe(other.warehouse.dockAccountId);
  });

  test.each([
    ["no JSON", "{"],
    ["no acts", { acts: [] }],
    ["no id", { acts: [{ verb: "box.move", input: {} }] }],
  ])("%s is refused as a whole", async (_name, body) => {
    const answer = await thrownBy(action(await post(world.actors.warehouse_keeper, body)));
    expect(answer.status).toBe(400);
  });
});

const receiveInput = () => ({
  consignmentId: uuidv7(),
  code: codes[0],
  kind: "box",
  line: null,
  quantity: null,
});
