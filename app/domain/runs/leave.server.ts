import { and, eq, inArray, sql } from "drizzle-orm";
import { deliveries, runs, runStops, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { sendDeliveries } from "../deliveries/dispatch.server.ts";
import { leaveBehind } from "../deliveries/leave-behind.server.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { departFromPoints, stayBehind } from "./box-custody.server.ts";
import { checkRun, delayed, type RunFacts } from "./check-run.ts";
import { lockDriver, lockVehicle } from "./lock-crew.server.ts";
import { lockRun, type Stop } from "./lock-run.server.ts";
import { factsOfRun } from "./run-facts.server.ts";
import { happenedAt } from "./happened-at.ts";
import type { LeaveRun } from "./schema.ts";

/**
 * The vehicle leaves, and the deliveries on it that still stand in the warehouse are dispatched. A stop that cannot be
 * driven to is refused with everything that is missing (`run_stops_refused`, `checkRun`); the others go when it is
 * left out, and its delivery is free for another run. Leaving late puts every arrival off by as much, and it is those
 * times that are checked. Boxes of a delivery that goes but that are not loaded are refused, or stay with `leaveBehind`;
 * what happened to each box is written down.
 */
export async function leaveRun(actor: MemberActor, requestId: string, input: LeaveRun) {
  return perform({ actor, action: "delivery.dispatch", requestId, input }, async (tx) => {
    const { run, stops } = await lockRun(tx, actor, input.runId, "planned");
    const leftAt = happenedAt(input.occurredAt);
    const going = stopsWithout(stops, input);
    if (going.length === 0) refuse("run_empty", { number: run.number });
    await lockVehicle(tx, actor, run.vehicleId);
    await lockDriver(tx, actor, run.driverId);
    const found = await lockDeliveries(tx, stops);
    const isGoing = ({ id }: Delivery) => going.some(({ deliveryId }) => deliveryId === id);
    const planned = found.filter((delivery) => isGoing(delivery) && delivery.status === "planned");
    const facts = await factsOfRun(tx, run.id);
    const left = delayed({ ...facts, stops: facts.stops.filter(({ n }) => isAmong(going, n)) }, leftAt);
    refuseStops(run.number, left);
    await writeLeaving(tx, run.id, leftAt, left);
    const ride = { at: leftAt, runId: run.id };
    if (input.leaveBehind) for (const delivery of planned) await leaveBehind(tx, actor, delivery, leftAt);
    if (planned.length > 0) await sendDeliveries(tx, actor, idsOf(planned), ride);
    await departFromPoints(
      tx,
      actor,
      idsOf(found.filter((each) => isGoing(each) && !planned.includes(each))),
      ride,
    );
    await stayBehind(
      tx,
      actor,
      idsOf(found.filter((each) => !isGoing(each) && each.status === "planned")),
      ride,
    );
    return {
      result: { id: run.id, number: run.number, stops: going.map(({ n }) => n) },
      organizationId: run.organizationId,
      subjectId: run.id,
      detail: { without: input.without.join(", ") },
    };
  });
}

const isAmong = (stops: readonly Stop[], n: number): boolean => stops.some((stop) => stop.n === n);

function stopsWithout(stops: readonly Stop[], { without }: LeaveRun): Stop[] {
  const unknown = without.some((n) => !isAmong(stops, n));
  if (unknown) refuse("invalid", { fields: { without: "line_unknown" } });
  return stops.filter(({ n }) => !without.includes(n));
}

type Delivery = typeof deliveries.$inferSelect;

const idsOf = (found: readonly Delivery[]): string[] => found.map(({ id }) => id);

/** The deliveries of the stops, locked in one order. */
async function lockDeliveries(tx: Tx, stops: readonly Stop[]): Promise<Delivery[]> {
  const ids = stops.map(({ deliveryId }) => deliveryId);
  return tx.select().from(deliveries).where(inArray(deliveries.id, ids)).orderBy(deliveries.id).for("update");
}

function refuseStops(number: string, facts: RunFacts): void {
  const stops = checkRun(facts).flatMap(({ n, problems }, i) => {
    const { township, arrivesAt } = facts.stops[i]!;
    return problems.length > 0 ? [{ n, township, arrivesAt: arrivesAt.toISOString(), problems }] : [];
  });
  if (stops.length > 0) refuse("run_stops_refused", { number, stops });
}

async function writeLeaving(tx: Tx, runId: string, leftAt: Date, { stops }: RunFacts): Promise<void> {
  const numbers = stops.map(({ n }) => n);
  await tx
    .delete(runStops)
    .where(and(eq(runStops.runId, runId), sql`${runStops.n} <> all(${sql.param(numbers)}::int[])`));
  for (const { n, arrivesAt } of stops) {
    await tx
      .update(runStops)
      .set({ arrivesAt })
      .where(and(eq(runStops.runId, runId), eq(runStops.n, n)));
  }
  await tx.update(runs).set({ status: "on_road", leftAt }).where(eq(runs.id, runId));
}
