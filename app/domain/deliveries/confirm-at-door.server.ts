import { and, eq, inArray } from "drizzle-orm";
import { db, deliveries } from "#db";
import type { ReceiverActor } from "../actor.ts";
import { DomainError, type DomainErrorCode } from "../errors.ts";
import { confirmDelivery, type Confirmation } from "./confirm.server.ts";
import { checkPinLimit, countWrongPin } from "./pin-limit.server.ts";
import type { ConfirmDelivery } from "./schema.ts";

/** Refusals by which somebody could find out a code or a PIN. */
const guesses: ReadonlySet<DomainErrorCode> = new Set(["wrong_pin", "keys_wrong", "code_unknown"]);

/**
 * `confirmDelivery` from a page anybody can open: an address that keeps guessing must wait (`rate_limited`). Whoever holds
 * the delivery's site's own link is not held up by others behind the same address; they have tries of their own.
 */
export async function confirmAtDoor(
  actor: ReceiverActor,
  requestId: string,
  input: ConfirmDelivery,
): Promise<Confirmation> {
  const own = await ownCodes(actor, [input.code]);
  if (own.has(input.code)) return confirmDelivery(actor, requestId, input);
  await checkPinLimit(actor.address);
  try {
    return await confirmDelivery(actor, requestId, input);
  } catch (error) {
    if (error instanceof DomainError && guesses.has(error.code)) await countWrongPin(actor.address);
    throw error;
  }
}

/** Those of the codes that are of deliveries to the site whose own link somebody holds. */
export async function ownCodes({ site }: ReceiverActor, codes: readonly string[]): Promise<Set<string>> {
  if (site === undefined) return new Set();
  const own = await db
    .select({ code: deliveries.code })
    .from(deliveries)
    .where(and(inArray(deliveries.code, [...codes]), eq(deliveries.siteId, site)));
  return new Set(own.map(({ code }) => code));
}
