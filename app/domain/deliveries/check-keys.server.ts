import { timingSafeEqual } from "node:crypto";
import type { Actor } from "../actor.ts";
import { DomainError } from "../errors.ts";
import type { Sent } from "./lock-by-code.server.ts";
import { DOOR_TRIES, type DoorTries } from "./door-tries.server.ts";
import { PIN_TRIES } from "./pin.server.ts";
import type { ConfirmDelivery } from "./schema.ts";

/** What a wrong key is counted as: against the PIN, or against the guard once that is up. */
export type Miss = "pin" | "guard";

/**
 * Whether somebody at the door has the keys; undefined when they have.
 *
 * A stranger needs the PIN. After five wrong ones from whomever, the delivery is guarded: the PIN alone says nothing any
 * more, and the last four digits of the site's telephone must be right with it. Both are compared always and the refusal
 * is one and the same, so that a try tells neither; what is limited is trying PINs with the right telephone, so that who
 * does not know it can use up nobody's tries. A site whose telephone nobody wrote down must get a new PIN.
 *
 * Whoever holds the site's own link, or is signed in as a contact of it, is never limited by what strangers do: they need
 * the PIN, and have tries of their own.
 */
export function checkKeys(
  delivery: Sent,
  actor: Actor,
  input: ConfirmDelivery,
  tries: DoorTries,
): { error: DomainError; miss?: Miss } | undefined {
  const isPin = same(delivery.pin, input.pin);
  const bucket = triesOf(delivery, actor);
  if (bucket !== strangersOf(delivery)) return checkKnown(isPin, bucket, tries);
  if (delivery.pinFailures < PIN_TRIES) {
    if (isPin) return undefined;
    return {
      error: new DomainError("wrong_pin", { left: PIN_TRIES - delivery.pinFailures - 1 }),
      miss: "pin",
    };
  }
  const sender = { organization: delivery.organization, hotline: delivery.hotline ?? "" };
  const phoneEnd = phoneEndOf(delivery.contactPhone);
  if (phoneEnd === null) return { error: new DomainError("pin_locked", sender) };
  if (input.phoneEnd === null) return { error: new DomainError("phone_end_needed", sender) };
  const isPhone = same(phoneEnd, input.phoneEnd);
  const mayTry = tries.minutesToWait(bucket) === 0;
  if (isPin && isPhone && mayTry) return undefined;
  if (isPhone && mayTry) tries.count(bucket);
  return { error: new DomainError("keys_wrong", sender), miss: "guard" };
}

function checkKnown(isPin: boolean, bucket: string, tries: DoorTries): { error: DomainError } | undefined {
  const minutes = tries.minutesToWait(bucket);
  if (minutes > 0) return { error: new DomainError("rate_limited", { minutes }) };
  if (isPin) return undefined;
  tries.count(bucket);
  return { error: new DomainError("wrong_pin", { left: DOOR_TRIES.hour - tries.ofHour(bucket) }) };
}

/** Whose tries at a delivery's door are counted together. */
export function triesOf(delivery: Pick<Sent, "id" | "siteId" | "organizationId">, actor: Actor): string {
  if (actor.kind === "receiver" && actor.site === delivery.siteId) return `${delivery.id}/site`;
  const isContact =
    actor.kind === "user" &&
    actor.roles.includes("site_contact") &&
    actor.reach.includes(delivery.organizationId);
  return isContact ? `${delivery.id}/user/${actor.userId}` : strangersOf(delivery);
}

const strangersOf = ({ id }: Pick<Sent, "id">): string => `${id}/strangers`;

/** The last four digits of a telephone number; null when there are fewer. */
export function phoneEndOf(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, "") ?? "";
  return digits.length < 4 ? null : digits.slice(-4);
}

/** Takes as long wherever they differ. */
const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
