import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, notices, rateLimits } from "#db";
import type { Actor, ReceiverActor } from "#app/domain/actor.ts";
import { newCode } from "#app/domain/code.ts";
import { confirmAtDoor } from "#app/domain/deliveries/confirm-at-door.server.ts";
import { DOOR_TRIES } from "#app/domain/deliveries/door-tries.server.ts";
import { findAtDoor, UNKNOWN_CODES } from "#app/domain/deliveries/find-at-door.server.ts";
import { findByCode } from "#app/domain/deliveries/find-by-code.server.ts";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { renewPin } from "#app/domain/deliveries/renew-pin.server.ts";
import { WRONG_PINS } from "#app/domain/deliveries/pin-limit.server.ts";
import { makePerson } from "#tests/support/person.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { roadWorld } from "#tests/support/road.ts";
import { another, rowOf, type Said, saying, sign, writeDownPhone } from "#tests/support/signing.ts";
import { makeWorld } from "#tests/support/world.ts";

const PHONE_END = "4321";

/** A delivery on the road to a site with a telephone, after so many wrong PINs from as many addresses. */
async function guarded(wrong = 5) {
  const { world, delivery } = await roadWorld();
  await writeDownPhone(world);
  for (let n = 0; n < wrong; n += 1)
    await knock(delivery, { pin: another(delivery.pin, n + 1) }, `198.51.100.${n}`);
  return { world, delivery };
}

type Door = { code: string; pin: string };

/** A try at the door, from this address. */
const knock = (delivery: Door, said: Said, from: string | ReceiverActor, requestId = uuidv7()) => {
  const actor = typeof from === "string" ? ({ kind: "receiver", address: from } as const) : from;
  return refusalCode(confirmAtDoor(actor, requestId, saying(delivery, said)));
};

const countOf = (codes: string[]) =>
  Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((each) => each === code).length]));

/** An address for each number, none twice. */
const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** So many tries, some at once. */
async function storm(count: number, one: (n: number) => Promise<string>): Promise<string[]> {
  const codes: string[] = [];
  for (let n = 0; n < count; n += 64) {
    const these = Array.from({ length: Math.min(64, count - n) }, (_, i) => one(n + i));
    codes.push(...(await Promise.all(these)));
  }
  return codes;
}

const pinOf = (n: number) => String(n % 10_000).padStart(4, "0");

test("after five wrong PINs the PIN alone says nothing, right or wrong, and nothing is counted", async () => {
  const { delivery } = await guarded();
  expect(await knock(delivery, {}, "192.0.2.1")).toBe("phone_end_needed");
  expect(await knock(delivery, { pin: another(delivery.pin) }, "192.0.2.1")).toBe("phone_end_needed");
  expect(await rowOf(delivery.id)).toMatchObject({ status: "dispatched", pinFailures: 5, guardFailures: 0 });
});

test("with the end of the site's telephone the PIN signs; of two wrong things nothing says which", async () => {
  const { delivery } = await guarded();
  const tries = [
    { phoneEnd: "0000" },
    { pin: another(delivery.pin), phoneEnd: PHONE_END },
    { pin: another(delivery.pin), phoneEnd: "0000" },
  ];
  for (const said of tries) expect(await knock(delivery, said, "192.0.2.1")).toBe("keys_wrong");
  expect(await rowOf(delivery.id)).toMatchObject({ pinFailures: 5, guardFailures: 3 });
  expect(await knock(delivery, { phoneEnd: "４３２１" }, "192.0.2.2")).toBe("done");
});

test("who knows the telephone may try ten PINs an hour, and is then refused as for a wrong one, the right PIN too", async () => {
  const { world, delivery } = await guarded();
  const codes = await storm(DOOR_TRIES.hour, (n) =>
    knock(delivery, { pin: another(delivery.pin, n + 1), phoneEnd: PHONE_END }, addressOf(n)),
  );
  expect(countOf(codes)).toEqual({ keys_wrong: 10 });
  expect(await knock(delivery, { phoneEnd: PHONE_END }, "192.0.2.1")).toBe("keys_wrong");
  const { pin } = await renewPin(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id });
  expect(await knock({ ...delivery, pin }, {}, "192.0.2.1")).toBe("done");
});

test("after an hour there are tries again, thirty in a day", async () => {
  const { delivery } = await guarded();
  const anHourLater = () =>
    db
      .update(rateLimits)
      .set({ expire: new Date(Date.now() - 1000) })
      .where(eq(rateLimits.key, `delivery-door/${delivery.id}/strangers/hour`));
  const wrong = (n: number) =>
    knock(delivery, { pin: another(delivery.pin, n + 1), phoneEnd: PHONE_END }, addressOf(n));
  for (let hour = 0; hour < 3; hour += 1) {
    await storm(DOOR_TRIES.hour, wrong);
    await anHourLater();
  }
  expect(await knock(delivery, { phoneEnd: PHONE_END }, "192.0.2.1")).toBe("keys_wrong");
  await db
    .update(rateLimits)
    .set({ expire: new Date(Date.now() - 1000) })
    .where(eq(rateLimits.key, `delivery-door/${delivery.id}/strangers/day`));
  expect(await knock(delivery, { phoneEnd: PHONE_END }, "192.0.2.1")).toBe("done");
});

test("ten thousand tries from one address sign nothing, and somebody else still signs", async () => {
  const { delivery } = await guarded(0);
  const codes = await storm(10_000, (n) => knock(delivery, { pin: pinOf(n) }, "192.0.2.66"));
  expect(codes).not.toContain("done");
  const { wrong_pin = 0, rate_limited = 0, phone_end_needed = 0 } = countOf(codes);
  expect(wrong_pin).toBeLessThanOrEqual(5);
  expect(wrong_pin + rate_limited + phone_end_needed).toBe(10_000);
  const more = await storm(200, (n) => knock(delivery, { pin: pinOf(n), phoneEnd: pinOf(n) }, "192.0.2.66"));
  expect(more).not.toContain("done");
  expect(countOf(more).rate_limited).toBeGreaterThan(200 - WRONG_PINS - 64);
  expect(await knock(delivery, { phoneEnd: PHONE_END }, "192.0.2.1")).toBe("done");
}, 120_000);

test("ten thousand tries from ten thousand addresses sign nothing, with every PIN among them; the receiver still signs", async () => {
  const { delivery } = await guarded(0);
  const alone = await storm(5_000, (n) =>
    knock(delivery, { pin: pinOf(Number(delivery.pin) + 1 + n) }, addressOf(n)),
  );
  expect(countOf(alone)).toEqual({ wrong_pin: 5, phone_end_needed: 4_995 });
  const guessed = await storm(5_000, (n) => {
    // The right PIN with every other telephone, and every PIN with a wrong one.
    const said = n % 2 ? { phoneEnd: pinOf(Number(PHONE_END) + 1 + n) } : { pin: pinOf(n), phoneEnd: "0000" };
    return knock(delivery, said, addressOf(5_000 + n));
  });
  expect(countOf(guessed)).toEqual({ keys_wrong: 5_000 });
  expect(await rowOf(delivery.id)).toMatchObject({ status: "dispatched", pinFailures: 5 });
  expect(await knock(delivery, { phoneEnd: PHONE_END }, "192.0.2.1")).toBe("done");
}, 120_000);

test("a hundred at once with the right telephone are ten tries", async () => {
  const { delivery } = await guarded();
  const codes = await storm(100, (n) =>
    knock(delivery, { pin: another(delivery.pin, n < 90 ? n + 1 : 0), phoneEnd: PHONE_END }, addressOf(n)),
  );
  expect(countOf(codes)).toEqual({ keys_wrong: 100 });
  const [spent] = await db
    .select()
    .from(rateLimits)
    .where(eq(rateLimits.key, `delivery-door/${delivery.id}/strangers/hour`));
  expect(spent?.points).toBe(DOOR_TRIES.hour);
});

test("who holds the site's own link needs the PIN only, whatever strangers did from wherever", async () => {
  const { world, delivery } = await guarded();
  await storm(40, (n) => knock(delivery, { pin: pinOf(n), phoneEnd: PHONE_END }, "192.0.2.66"));
  const site = { kind: "receiver", address: "192.0.2.66", site: world.site.id } as const;
  expect(await knock(delivery, { pin: another(delivery.pin) }, site)).toBe("wrong_pin");
  expect(await knock(delivery, {}, site)).toBe("done");
});

test("the link of another site is no key to this door", async () => {
  const { world, delivery } = await guarded();
  const other = { kind: "receiver", address: "192.0.2.1", site: world.fieldHospital.id } as const;
  expect(await knock(delivery, {}, other)).toBe("phone_end_needed");
  const elsewhere = (await makeWorld()).site.id;
  expect(await knock(delivery, {}, { ...other, site: elsewhere })).toBe("phone_end_needed");
});

test("the holder of the site's link has ten tries an hour of their own, which guard nothing", async () => {
  const { world, delivery } = await guarded(0);
  const site = { kind: "receiver", address: "192.0.2.1", site: world.site.id } as const;
  const codes = await storm(12, (n) => knock(delivery, { pin: another(delivery.pin, n + 1) }, site));
  expect(countOf(codes)).toEqual({ wrong_pin: 10, rate_limited: 2 });
  expect(await rowOf(delivery.id)).toMatchObject({ pinFailures: 0, guardFailures: 0 });
  expect(await knock(delivery, {}, "192.0.2.9")).toBe("done");
});

test("a contact of the site who is signed in needs the PIN only; other people of other organizations are strangers", async () => {
  const { world, delivery } = await guarded();
  const theirs = await makePerson((await makeWorld()).organizationId, "site_contact");
  const asking = (actor: Actor) => refusalCode(sign(delivery, {}, uuidv7(), actor));
  expect(await asking(theirs.actor)).toBe("phone_end_needed");
  expect(await asking(world.actors.auditor)).toBe("phone_end_needed");
  expect(await asking(world.actors.site_contact)).toBe("done");
});

test("a site whose telephone nobody wrote down needs a new PIN, or its own link; the door says so", async () => {
  const { world, delivery } = await roadWorld();
  for (let n = 0; n < 5; n += 1) await knock(delivery, { pin: another(delivery.pin, n + 1) }, addressOf(n));
  expect(await knock(delivery, {}, "192.0.2.1")).toBe("pin_locked");
  expect(await knock(delivery, { phoneEnd: "4321" }, "192.0.2.1")).toBe("pin_locked");
  expect(await findByCode(delivery.code)).toMatchObject({ delivery: { guarded: true, locked: true } });
  const site = { kind: "receiver", address: "192.0.2.1", site: world.site.id } as const;
  expect(await knock(delivery, {}, site)).toBe("done");
});

test("the door and the desk see the guard, and a new PIN takes it away with all that was counted", async () => {
  const { world, delivery } = await guarded();
  await knock(delivery, { pin: another(delivery.pin), phoneEnd: PHONE_END }, "192.0.2.1");
  expect(await findByCode(delivery.code)).toMatchObject({ delivery: { guarded: true, locked: false } });
  expect(await getDelivery(world.actors.dispatcher, delivery.id)).toMatchObject({ guarded: true });
  await renewPin(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id });
  expect(await rowOf(delivery.id)).toMatchObject({ pinFailures: 0, guardFailures: 0 });
  expect(await findByCode(delivery.code)).toMatchObject({ delivery: { guarded: false } });
  const left = await db.select().from(rateLimits);
  expect(left.filter(({ key }) => key.includes(delivery.id))).toEqual([]);
});

test("the desk is told once each time a delivery becomes guarded", async () => {
  const { world, delivery } = await guarded(7);
  const told = () =>
    db
      .select()
      .from(notices)
      .where(and(eq(notices.subjectId, delivery.id), eq(notices.kind, "pin_guessed")));
  expect(await told()).toMatchObject([{ role: "dispatcher", detail: { site: "潍坊一村居委会" } }]);
  const { pin } = await renewPin(world.actors.dispatcher, uuidv7(), { deliveryId: delivery.id });
  for (let n = 0; n < 6; n += 1) await knock(delivery, { pin: another(pin, n + 1) }, addressOf(n));
  expect(await told()).toHaveLength(2);
});

test("a guard stays up when the delivery is signed: other counts need the telephone too", async () => {
  const { delivery } = await guarded();
  expect(await knock(delivery, { phoneEnd: PHONE_END }, "192.0.2.1")).toBe("done");
  const other = { lines: [{ n: 1, good: "59", reason: "other" as const }] };
  expect(await knock(delivery, other, "192.0.2.2")).toBe("phone_end_needed");
  expect(await knock(delivery, { ...other, phoneEnd: PHONE_END }, "192.0.2.2")).toBe("done");
});

test("an address that asks for many codes nobody has must wait, and nobody else", async () => {
  const { delivery } = await roadWorld();
  const kinds = await storm(UNKNOWN_CODES, async () => (await findAtDoor("192.0.2.77", newCode())).kind);
  expect(countOf(kinds)).toEqual({ unknown: UNKNOWN_CODES });
  expect(await refusalCode(findAtDoor("192.0.2.77", delivery.code))).toBe("rate_limited");
  expect(await refusalCode(findAtDoor("192.0.2.77", newCode()))).toBe("rate_limited");
  expect(await findAtDoor("192.0.2.78", delivery.code)).toMatchObject({ kind: "found" });
});

test("known codes may be opened as often as anybody likes, and misread ones too", async () => {
  const { delivery } = await roadWorld();
  const wrong = delivery.code.slice(0, 8) + (delivery.code.endsWith("0") ? "1" : "0");
  for (let n = 0; n <= UNKNOWN_CODES; n += 1) {
    expect(await findAtDoor("192.0.2.79", n % 2 ? delivery.code : wrong)).toMatchObject({
      kind: n % 2 ? "found" : "misread",
    });
  }
});

test("a code has forty random bits: of a hundred thousand none comes twice, and each place takes every character", () => {
  const codes = new Set(Array.from({ length: 100_000 }, () => newCode()));
  expect(codes.size).toBe(100_000);
  for (let at = 0; at < 8; at += 1) {
    expect(new Set([...codes].map((code) => code[at])).size).toBe(32);
  }
});
