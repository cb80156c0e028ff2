import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { cases, db } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { getCase } from "#app/domain/cases/get.server.ts";
import { countOpenCases, listCases } from "#app/domain/cases/list.server.ts";
import { listReplacements } from "#app/domain/cases/replacements.server.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { handOverDelivery } from "#app/domain/deliveries/hand-over.server.ts";
import { HandOverDelivery } from "#app/domain/deliveries/schema.ts";
import { atSite } from "#app/domain/deliveries/at-site.ts";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { assign, casesOf, close, decide, goodsIn, note, report, signedWorld } from "#tests/support/cases.ts";
import { callOff, pack } from "#tests/domain/reports/story.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld } from "#tests/support/world.ts";

/** Two of 60 masks damaged and five missing. */
const seven = { n: "1", good: "53", damaged: "2", reason: "damaged_goods" } as const;

async function sevenOff() {
  const { world, delivery, cases: opened } = await signedWorld(seven);
  const [damaged, short] = opened;
  return { world, delivery, damaged: damaged!, short: short! };
}

async function booksHold() {
  expect((await verifyLedger(db)).discrepancies).toEqual([]);
}

test("found in the warehouse: the goods stand at the dock again with their value", async () => {
  const { world, short } = await sevenOff();
  const before = await goodsIn(world, "dock");
  await decide(world, short.id, { decision: "found", foundAt: "warehouse" });
  expect(await goodsIn(world, "dispute")).toEqual([2, 400]);
  expect(await goodsIn(world, "dock")).toEqual([before[0] + 5, before[1] + 1000]);
  const decided = await getCase(world.actors.auditor, short.id);
  expect(decided).toMatchObject({
    decision: "found",
    decisionNote: "查过了",
    decidedBy: "fund_officer",
    wentTo: "dock",
  });
  await booksHold();
});

test("found at the site: it may be handed on, and what was signed for stays as it was", async () => {
  const { world, delivery, short } = await sevenOff();
  await decide(world, short.id, { decision: "found", foundAt: "site" });
  expect(await goodsIn(world, "site")).toEqual([58, 11600]);
  const { lines } = await getDelivery(world.actors.auditor, delivery.id);
  expect(lines).toMatchObject([{ good: 53n, short: 5n, damaged: 2n, found: 5n }]);
  expect(atSite(lines[0]!)).toBe(58n);
  const all = HandOverDelivery.parse({
    deliveryId: delivery.id,
    households: 10,
    people: 20,
    handedOn: "2022-05-12",
    lines: [{ n: 1, quantity: "58" }],
  });
  await handOverDelivery(world.actors.site_contact, uuidv7(), all);
  expect(await goodsIn(world, "site")).toEqual([0, 0]);
  await booksHold();
});

test("written off: each kind to its own loss, and nothing is left in dispute", async () => {
  const { world, damaged, short } = await sevenOff();
  await decide(world, damaged.id, { decision: "written_off" });
  await decide(world, short.id, { decision: "written_off" });
  expect(await goodsIn(world, "dispute")).toEqual([0, 0]);
  expect(await goodsIn(world, "loss")).toEqual([7, 1400]);
  await booksHold();
});

test("replaced: written off, and a later delivery to the same site is named", async () => {
  const { world, delivery, short } = await sevenOff();
  const again = await pack(world, "5");
  const elsewhere = await pack(world, "5", world.fieldHospital.id);
  const calledOff = await pack(world, "5");
  await callOff(world, calledOff.id);
  expect((await listReplacements(short.id)).map(({ number }) => number)).toEqual([again.number]);
  for (const unfit of [elsewhere, calledOff, delivery]) {
    const refused = decide(world, short.id, { decision: "replaced", replacementId: unfit.id });
    await expect(refused).rejects.toMatchObject({
      code: "invalid",
      params: { fields: { replacementId: "not_a_replacement" } },
    });
  }
  expect(await refusalCode(decide(world, short.id, { decision: "replaced", replacementId: uuidv7() }))).toBe(
    "not_found",
  );
  expect(await goodsIn(world, "dispute")).toEqual([7, 1400]);
  await decide(world, short.id, { decision: "replaced", replacementId: again.id });
  expect(await goodsIn(world, "loss")).toEqual([5, 1000]);
  expect(await getCase(world.actors.auditor, short.id)).toMatchObject({
    replacement: again.number,
    wentTo: "loss",
  });
  await booksHold();
});

test("a second report and what came on top are decided without an entry; missing goods are not", async () => {
  const { world, delivery, cases: opened } = await signedWorld({ n: "1", good: "61", reason: "more_came" });
  await report(delivery, [{ n: "1", good: "60" }], "王志愿者");
  const all = await casesOf(world);
  expect(all.map(({ kind }) => kind)).toEqual(["extra", "second_report"]);
  for (const { id } of all) {
    await expect(decide(world, id, { decision: "written_off" })).rejects.toMatchObject({
      params: { fields: { decision: "decision_unfit" } },
    });
    await decide(world, id, { decision: "no_difference" });
  }
  const [row] = await db.select().from(cases).where(eq(cases.id, opened[0]!.id));
  expect(row).toMatchObject({ decision: "no_difference", entryId: null });
});

test("what is missing cannot be talked away", async () => {
  const { world, short } = await sevenOff();
  expect(await refusalCode(decide(world, short.id, { decision: "no_difference" }))).toBe("invalid");
  expect(() => decide(world, short.id, { decision: "found" })).toThrow("foundAt");
});

test("whoever sent the delivery does not decide, nor does who has no right to", async () => {
  const { world, short } = await sevenOff();
  const sender: UserActor = { ...world.actors.dispatcher, roles: ["dispatcher", "fund_officer"] };
  expect(await refusalCode(decide(world, short.id, { decision: "written_off" }, uuidv7(), sender))).toBe(
    "duties_apart",
  );
  expect(
    await refusalCode(
      decide(world, short.id, { decision: "written_off" }, uuidv7(), world.actors.warehouse_keeper),
    ),
  ).toBe("forbidden");
  expect(await goodsIn(world, "dispute")).toEqual([7, 1400]);
});

test("decided twice at once, one decides; the same request again answers as it did", async () => {
  const { world, short } = await sevenOff();
  const codes = await Promise.all(
    [world.actors.fund_officer, world.actors.administrator].map((by) =>
      refusalCode(decide(world, short.id, { decision: "written_off" }, uuidv7(), by)),
    ),
  );
  expect(codes.toSorted()).toEqual(["case_decided", "done"]);
  expect(await goodsIn(world, "loss")).toEqual([5, 1000]);
  const { world: other, short: another } = await sevenOff();
  const requestId = uuidv7();
  const once = () => decide(other, another.id, { decision: "written_off" }, requestId);
  expect(await once()).toEqual(await once());
  expect(await goodsIn(other, "loss")).toEqual([5, 1000]);
});

test("a case is closed with a decision, never without, and then nothing about it changes", async () => {
  const { world, short } = await sevenOff();
  expect(await refusalCode(close(world, short.id))).toBe("case_undecided");
  await decide(world, short.id, { decision: "written_off" });
  const requestId = uuidv7();
  expect(await close(world, short.id, requestId)).toEqual(await close(world, short.id, requestId));
  expect(await refusalCode(close(world, short.id))).toBe("case_closed");
  expect(await refusalCode(note(world, short.id))).toBe("case_closed");
  expect(await refusalCode(assign(world, short.id, world.actors.dispatcher.userId))).toBe("case_closed");
  expect(await getCase(world.actors.auditor, short.id)).toMatchObject({ closedBy: "warehouse_keeper" });
});

test("notes stay in their order, once for each request; a case goes to who may work on it, and to nobody", async () => {
  const { world, short } = await sevenOff();
  const requestId = uuidv7();
  await note(world, short.id, requestId);
  await note(world, short.id, requestId);
  await note(world, short.id);
  const { dispatcher, auditor } = world.actors;
  await assign(world, short.id, dispatcher.userId);
  const found = await getCase(auditor, short.id);
  expect(found.notes).toMatchObject([{ by: "dispatcher" }, { by: "dispatcher" }]);
  expect(found.owner).toBe("dispatcher");
  expect((await listCases(dispatcher, { view: "mine" })).rows.map(({ id }) => id)).toEqual([short.id]);
  expect(await refusalCode(assign(world, short.id, auditor.userId))).toBe("not_found");
  await assign(world, short.id, null);
  expect((await getCase(auditor, short.id)).owner).toBeNull();
});

test("another organization's case is not found, whatever is asked of it", async () => {
  const { short } = await sevenOff();
  const stranger = await makeWorld();
  const asked = [
    getCase(stranger.actors.administrator, short.id),
    note(stranger, short.id),
    assign(stranger, short.id, null),
    decide(stranger, short.id, { decision: "written_off" }),
    close(stranger, short.id),
  ];
  expect(new Set(await Promise.all(asked.map(refusalCode)))).toEqual(new Set(["not_found"]));
  expect(await casesOf(stranger)).toEqual([]);
});

test("the most urgent stand first, and what is past its day is counted", async () => {
  const { world, damaged, short } = await sevenOff();
  const { auditor } = world.actors;
  await db.update(cases).set({ dueOn: "2022-05-13" }).where(eq(cases.id, short.id));
  expect((await listCases(auditor)).rows.map(({ id }) => id)).toEqual([short.id, damaged.id]);
  expect(await countOpenCases(auditor)).toEqual({ open: 2, overdue: 1 });
  expect((await listCases(auditor, { view: "overdue" })).rows.map(({ id }) => id)).toEqual([short.id]);
  await decide(world, short.id, { decision: "written_off" });
  await close(world, short.id);
  expect((await listCases(auditor)).rows.map(({ id }) => id)).toEqual([damaged.id, short.id]);
  expect(await countOpenCases(auditor)).toEqual({ open: 1, overdue: 0 });
  expect((await listCases(auditor, { view: "closed" })).total).toBe(1);
});
