import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, strandedReports } from "#db";
import type { ReceiverActor } from "#app/domain/actor.ts";
import { confirmManyAtDoor } from "#app/domain/deliveries/confirm-many-at-door.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { listStranded } from "#app/domain/receipts/list-stranded.server.ts";
import { roadWorld } from "#tests/support/road.ts";
import { another, rowOf } from "#tests/support/signing.ts";

type Door = { code: string; pin: string };

const kept = ({ code, pin }: Door, change: object = {}, requestId = uuidv7()) => ({
  requestId,
  input: { code, pin, name: "张阿姨", occurredAt: "2022-05-10T14:12:00+08:00", ...change },
});

async function codesOf(actor: ReceiverActor, acts: Parameters<typeof confirmManyAtDoor>[1]) {
  const outcomes = await confirmManyAtDoor(actor, acts);
  return outcomes.map((outcome) => (outcome instanceof DomainError ? outcome.code : "done"));
}

const strandedOf = (deliveryId: string) =>
  db.select().from(strandedReports).where(eq(strandedReports.deliveryId, deliveryId));

test("what a phone kept and is refused for good waits at the desk, until the phone delivers it after all", async () => {
  const actor = { kind: "receiver", address: "192.0.2.40" } as const;
  const { world, delivery } = await roadWorld();
  const wrong = kept({ ...delivery, pin: another(delivery.pin) });
  expect(await codesOf(actor, [wrong, kept(delivery, { lines: [{ n: 9, good: "1" }] })])).toEqual([
    "wrong_pin",
    "invalid",
  ]);
  expect(await strandedOf(delivery.id)).toMatchObject([
    { refusal: "wrong_pin", keptSince: new Date("2022-05-10T06:12:00Z") },
    { refusal: "invalid" },
  ]);
  expect(await codesOf(actor, [kept(delivery, {}, wrong.requestId)])).toEqual(["done"]);
  expect((await listStranded(world.actors.auditor)).rows).toMatchObject([{ refusal: "invalid" }]);
  expect(await codesOf(actor, [kept(delivery)])).toEqual(["already_confirmed"]);
  expect(await strandedOf(delivery.id)).toHaveLength(2);
});

test("what is refused while somebody stands before the form is theirs to mend, and no task for the desk", async () => {
  const actor = { kind: "receiver", address: "192.0.2.42" } as const;
  const { delivery } = await roadWorld();
  const typo = kept({ ...delivery, pin: another(delivery.pin) });
  expect(await codesOf(actor, [{ ...typo, attended: true }])).toEqual(["wrong_pin"]);
  expect(await strandedOf(delivery.id)).toEqual([]);
  expect(await codesOf(actor, [typo])).toEqual(["wrong_pin"]);
  expect(await strandedOf(delivery.id)).toMatchObject([{ refusal: "wrong_pin" }]);
});

test("who holds the site's own link brings what the phone kept past others behind the same address", async () => {
  const address = "192.0.2.41";
  const [mine, theirs] = [await roadWorld(), await roadWorld()];
  const guesses = Array.from({ length: 40 }, (_, n) =>
    kept({ ...theirs.delivery, pin: another(theirs.delivery.pin, n + 1) }),
  );
  const codes = await codesOf({ kind: "receiver", address }, guesses);
  expect(codes).not.toContain("done");
  const site = { kind: "receiver", address, site: mine.world.site.id } as const;
  expect(await codesOf(site, [kept(theirs.delivery), kept(mine.delivery)])).toEqual([
    expect.not.stringContaining("done"),
    "done",
  ]);
  expect(await rowOf(theirs.delivery.id)).toMatchObject({ status: "dispatched" });
});
