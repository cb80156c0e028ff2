import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { db, deliveries, sites } from "#db";
import type { Actor } from "#app/domain/actor.ts";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { ConfirmDelivery } from "#app/domain/deliveries/schema.ts";
import type { World } from "./world.ts";

export type Said = Partial<z.input<typeof ConfirmDelivery>>;

export const receiver = { kind: "receiver", address: "192.0.2.1" } as const;

/** What somebody at the door of a delivery sends. */
export const saying = (delivery: { code: string; pin: string }, said: Said = {}) =>
  ConfirmDelivery.parse({ code: delivery.code, pin: delivery.pin, name: "刘秀英", ...said });

/** Somebody signs: everything, unless told. */
export const sign = (
  delivery: { code: string; pin: string },
  said: Said = {},
  requestId = uuidv7(),
  actor: Actor = receiver,
) => confirmDelivery(actor, requestId, saying(delivery, said));

/** A part came: so many good, and damaged with a reason. */
export const part = (good: string, damaged?: string): Said => ({
  part: true,
  lines: [{ n: 1, good, damaged, reason: damaged ? "damaged_goods" : null }],
});

export const rowOf = async (id: string) =>
  (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0]!;

/** Another PIN than the delivery's. */
export const another = (pin: string, by = 1) => String((Number(pin) + by) % 10_000).padStart(4, "0");

export const writeDownPhone = (world: World, contactPhone = "021-5888 4321") =>
  db.update(sites).set({ contactPhone }).where(eq(sites.id, world.site.id));
