import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, deliveries } from "#db";
import type { Actor } from "#app/domain/actor.ts";
import { confirmDeliveries, confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { ConfirmDelivery } from "#app/domain/deliveries/schema.ts";
import { DomainError } from "#app/domain/errors.ts";
import { roadWorld } from "#tests/support/road.ts";
import { refusalCode } from "#tests/support/refusal.ts";

const receiver = { kind: "receiver", address: "192.0.2.1" } as const;

const signing = (delivery: { code: string }, pin: string, remark?: string) =>
  ConfirmDelivery.parse({
    code: delivery.code,
    pin,
    name: "刘书记",
    lines: remark ? [lineWith(remark)] : [],
  });

const lineWith = (remark: string) => ({ n: "1", good: "59", reason: "other", remark });

/** A hundred PINs, the right one among the last. */
const guesses = (pin: string) =>
  Array.from({ length: 100 }, (_, n) => String((Number(pin) + 1 + n) % 10_000).padStart(4, "0")).with(
    90,
    pin,
  );

async function confirmations(deliveryId: string) {
  return db.execute<{ actor_kind: string; actor_id: string | null }>(sql`
    select actor_kind, actor_id from entries where document_id = ${deliveryId} and kind = 'delivery.confirm'`);
}

test("a hundred PINs in one batch are five tries, and the right one among them does not count", async () => {
  const { delivery } = await roadWorld();
  const asks = guesses(delivery.pin).map((pin) => ({
    actor: receiver,
    requestId: uuidv7(),
    input: signing(delivery, pin),
  }));
  const outcomes = await confirmDeliveries(asks);
  const codes = outcomes.map((outcome) => (outcome instanceof DomainError ? outcome.code : "done"));
  expect(codes.filter((code) => code === "wrong_pin")).toHaveLength(5);
  expect(codes.filter((code) => code === "pin_locked")).toHaveLength(95);
  expect(await confirmations(delivery.id)).toHaveLength(0);
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, delivery.id));
  expect(row).toMatchObject({ status: "dispatched", pinFailures: 5 });
});

test("a hundred PINs sent at once are five tries too", async () => {
  const { delivery } = await roadWorld();
  const codes = await Promise.all(
    guesses(delivery.pin).map((pin) =>
      refusalCode(confirmDelivery(receiver, uuidv7(), signing(delivery, pin))),
    ),
  );
  expect(codes.filter((code) => code === "wrong_pin")).toHaveLength(5);
  expect(codes).not.toContain("done");
});

test("confirmations that share a commit are each remembered as their own person's", async () => {
  const { world, delivery } = await roadWorld();
  const [another, third] = await Promise.all([roadWorld(), roadWorld()]);
  const contact = world.actors.site_contact;
  const asks: { actor: Actor; input: ConfirmDelivery }[] = [
    { actor: receiver, input: signing(another.delivery, another.delivery.pin) },
    { actor: contact, input: signing(delivery, delivery.pin) },
    { actor: receiver, input: signing(third.delivery, third.delivery.pin) },
  ];
  await Promise.all(asks.map(({ actor, input }) => confirmDelivery(actor, uuidv7(), input)));
  expect(await confirmations(delivery.id)).toEqual([{ actor_kind: "user", actor_id: contact.userId }]);
  expect(await confirmations(another.delivery.id)).toEqual([{ actor_kind: "receiver", actor_id: null }]);
});

test("a confirmation that cannot be written does not take those beside it down", async () => {
  const [poisoned, sound, last] = await Promise.all([roadWorld(), roadWorld(), roadWorld()]);
  const inputs = [
    signing(poisoned.delivery, poisoned.delivery.pin, "少了\u0000一只"),
    signing(sound.delivery, sound.delivery.pin),
    signing(last.delivery, last.delivery.pin),
  ];
  const codes = await Promise.all(
    inputs.map((input) => refusalCode(confirmDelivery(receiver, uuidv7(), input))),
  );
  expect(codes).toEqual(["unstorable_text", "done", "done"]);
});
