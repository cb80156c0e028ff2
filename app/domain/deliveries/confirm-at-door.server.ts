import type { ReceiverActor } from "../actor.ts";
import { DomainError } from "../errors.ts";
import { confirmDelivery, type Confirmation } from "./confirm.server.ts";
import { checkPinLimit, countWrongPin } from "./pin-limit.server.ts";
import type { ConfirmDelivery } from "./schema.ts";

/** `confirmDelivery` from a page anybody can open: an address that keeps guessing PINs must wait (`rate_limited`). */
export async function confirmAtDoor(
  actor: ReceiverActor,
  requestId: string,
  input: ConfirmDelivery,
): Promise<Confirmation> {
  await checkPinLimit(actor.address);
  try {
    return await confirmDelivery(actor, requestId, input);
  } catch (error) {
    if (error instanceof DomainError && error.code === "wrong_pin") await countWrongPin(actor.address);
    throw error;
  }
}
