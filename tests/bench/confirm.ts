import { uuidv7 } from "uuidv7";
import type { NewDelivery } from "#app/domain/deliveries/insert.server.ts";
import type { Figure } from "./figure.ts";
import { load, requestOf } from "./http-client.ts";
import { confirmationOf } from "./seed.ts";

const SECONDS = 6;

/** Confirmations of three lines a second over HTTP, 64 receivers at once. */
export async function benchConfirm(
  port: number,
  deliveries: NewDelivery[],
): Promise<Omit<Figure, "reference">> {
  const requests = deliveries.map((delivery) =>
    requestOf("POST", "/api/v1/delivery/confirm", { requestId: uuidv7(), ...confirmationOf(delivery) }),
  );
  const done = await load(port, { clients: 64, seconds: SECONDS, next: () => requests.pop() });
  return {
    name: "confirm 3 lines over HTTP, 64 clients",
    figure: done.perSecond,
    unit: "/s",
    goal: { atLeast: 0.5 },
    note: `${done.count} in all, p50 ${done.median.toFixed(0)} ms, p95 ${done.p95.toFixed(0)} ms`,
  };
}

const PER_REQUEST = 50;
const PHONES = 4;

/** Confirmations a second when phones that were offline send fifty in one request. */
export async function benchSync(port: number, deliveries: NewDelivery[]): Promise<Omit<Figure, "reference">> {
  const requests: Buffer[] = [];
  for (let at = 0; at + PER_REQUEST <= deliveries.length; at += PER_REQUEST) {
    const confirmations = deliveries
      .slice(at, at + PER_REQUEST)
      .map((delivery) => ({ requestId: uuidv7(), input: confirmationOf(delivery) }));
    requests.push(requestOf("POST", "/api/v1/delivery/confirm-many", { confirmations }));
  }
  const sent = await load(port, { clients: PHONES, seconds: SECONDS, next: () => requests.pop() });
  return {
    name: `offline sync, ${PER_REQUEST} confirmations in each request, ${PHONES} phones`,
    figure: sent.perSecond * PER_REQUEST,
    unit: "/s",
    goal: { atLeast: 2 },
    note: `${sent.count} requests, p50 ${sent.median.toFixed(0)} ms`,
  };
}
