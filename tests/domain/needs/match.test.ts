import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import type { MemberActor } from "#app/domain/actor.ts";
import { getNeed } from "#app/domain/needs/get.server.ts";
import { matchNeed } from "#app/domain/needs/match.server.ts";
import { MatchNeed } from "#app/domain/needs/schema.ts";
import { answer, record } from "#tests/support/needs.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";

const match = (actor: MemberActor, needId: string, itemId: string, line = "1") =>
  matchNeed(actor, uuidv7(), MatchNeed.parse({ needId, line, itemId }));

test("words that named no item are given one: the stock stands beside them, the words stay", async () => {
  const world = await makeWorld();
  const { dispatcher, auditor } = world.actors;
  await stockMasks(world, { quantity: "500" });
  const { id } = await record(world, { lines: [{ wish: "蓝色的那种", quantity: "60", unit: "只" }] });
  const lineOf = async () => (await getNeed(auditor, id)).lines[0];
  expect(await lineOf()).toMatchObject({ itemId: null, available: 0n, missing: null });
  await match(dispatcher, id, world.mask.id);
  expect(await lineOf()).toMatchObject({
    wish: "蓝色的那种",
    itemId: world.mask.id,
    available: 500n,
    missing: 60n,
  });
  await match(dispatcher, id, "");
  expect(await lineOf()).toMatchObject({ itemId: null });
});

test("nobody else's item, no line that is not there, no need that is closed or somebody else's", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  const { dispatcher } = world.actors;
  const { id } = await record(world);
  expect(await refusalCode(match(dispatcher, id, other.mask.id))).toBe("not_found");
  expect(await refusalCode(match(dispatcher, id, world.mask.id, "2"))).toBe("not_found");
  expect(await refusalCode(match(other.actors.dispatcher, id, other.mask.id))).toBe("not_found");
  expect((await getNeed(dispatcher, id)).lines[0]?.itemId).toBe(world.mask.id);
  await answer(world, id, "decline");
  expect(await refusalCode(match(dispatcher, id, world.mask.id))).toBe("need_closed");
});
