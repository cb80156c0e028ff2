import { uuidv7 } from "uuidv7";
import type { NewDelivery } from "#app/domain/deliveries/insert.server.ts";
import { load, requestOf } from "./http-client.ts";
import { confirmationOf } from "./seed.ts";

const SECONDS = 6;

/** Confirmations of three lines a second over HTTP, 64 receivers at once. */
export async function benchConfirm(port: number, deliveries: NewDelivery[]) {
  const requests = deliveries.map((delivery) =>
    requestOf("POST", "/api/v1/delivery/confirm", { requestId: uuidv7(), ...confirmationOf(delivery) }),
  );
  return load(port, { clients: 64, seconds: SECONDS, next: () => requests.pop() });
}

const PER_REQUEST = 50;
const PHONES = 4;

/** Confirmations a second when phones that were offline send fifty in one request. */
export async function benchSync(port: number, deliveries: NewDelivery[]) {
  const requests: Buffer[] = [];
  for (let at = 0; at + PER_REQUEST <= deliveries.length; at += PER_REQUEST) {
    const confirmations = deliveries
      .slice(at, at + PER_REQUEST)
      .map((delivery) => ({ requestId: uuidv7(), input: confirmationOf(delivery) }));
    requests.push(requestOf("POST", "/api/v1/delivery/confirm-many", { confirmations }));
  }
  const sent = await load(port, { clients: PHONES, seconds: SECONDS, next: () => requests.pop() });
  return { ...sent, count: sent.count * PER_REQUEST, perSecond: sent.perSecond * PER_REQUEST };
}
