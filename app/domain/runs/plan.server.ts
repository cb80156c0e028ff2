import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliveries, runs, runStops, townships, type Tx } from "#db";
import type { StopKind } from "#db/vocabulary";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import { lockDriver, lockVehicle } from "./lock-crew.server.ts";
import type { PlannedStop, PlanRun } from "./schema.ts";

/**
 * Plans a vehicle's way through several stops. A delivery is on one run at a time (`delivery_on_run`), unless its run
 * only takes it to a hand-over point: from there it may be planned on a second. What is missing on the way, a pass or
 * a paper, does not hinder planning; it hinders leaving (`leaveRun`).
 */
export async function planRun(actor: MemberActor, requestId: string, input: PlanRun) {
  return perform({ actor, action: "run.plan", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const { organizationId } = warehouse;
    const vehicle = await lockVehicle(tx, actor, input.vehicleId);
    const driver = await lockDriver(tx, actor, input.driverId);
    if (vehicle.organizationId !== organizationId) return notFound("vehicle");
    if (driver.organizationId !== organizationId) return notFound("driver");
    await checkPoints(tx, input.stops);
    const boxes = await lockDeliveries(tx, warehouse, input.stops);
    if (vehicle.capacityBoxes !== null && boxes > vehicle.capacityBoxes) {
      refuse("run_over_capacity", { plate: vehicle.plate, capacity: vehicle.capacityBoxes, boxes });
    }
    const [number] = await numberDocuments(tx, "run", [{ organizationId, on: todayInShanghai() }]);
    // Made after the deliveries are locked, so that a second leg's id is greater than the first's.
    const id = uuidv7();
    await tx.insert(runs).values({
      id,
      number: number!,
      organizationId,
      responseId: actor.responseId,
      warehouseId: warehouse.id,
      status: "planned",
      vehicleId: vehicle.id,
      driverId: driver.id,
      leavesAt: new Date(input.leavesAt),
      note: input.note,
      createdBy: userIdOf(actor),
    });
    await tx.insert(runStops).values(
      input.stops.map(({ arrivesAt, ...stop }, i) => ({
        ...stop,
        runId: id,
        n: i + 1,
        arrivesAt: new Date(arrivesAt),
      })),
    );
    return { result: { id, number: number! }, organizationId, subjectId: id };
  });
}

async function checkPoints(tx: Tx, stops: readonly PlannedStop[]): Promise<void> {
  const points = stops.filter((stop) => stop.kind === "hand_over_point");
  if (points.length === 0) return;
  const codes = points.map(({ townshipCode }) => townshipCode);
  const known = await tx.select().from(townships).where(inArray(townships.code, codes));
  const names = new Set(known.map(({ code }) => code));
  const unknown = stops.flatMap((stop, i) =>
    stop.kind === "hand_over_point" && !names.has(stop.townshipCode)
      ? [[`stops.${i}.townshipCode`, "bad_township"]]
      : [],
  );
  if (unknown.length > 0) refuse("invalid", { fields: Object.fromEntries(unknown) });
}

/** The deliveries of the stops, locked in one order, each free for a run; answers how many boxes they are. */
async function lockDeliveries(tx: Tx, warehouse: Warehouse, stops: readonly PlannedStop[]): Promise<number> {
  const ids = stops.map(({ deliveryId }) => deliveryId);
  const found = await tx
    .select()
    .from(deliveries)
    .where(
      and(
        inArray(deliveries.id, ids),
        eq(deliveries.warehouseId, warehouse.id),
        eq(deliveries.organizationId, warehouse.organizationId),
      ),
    )
    .orderBy(deliveries.id)
    .for("update");
  if (found.length < ids.length) return notFound("delivery");
  const legs = await lastLegs(tx, ids);
  for (const { id, number, status } of found) {
    const leg = legs.get(id);
    if (status === "cancelled") refuse("delivery_cancelled", {});
    if (leg?.kind === "door") refuse("delivery_on_run", { number, run: leg.number });
    if (status === "confirmed" || (status === "dispatched" && !leg)) refuse("delivery_left", { number });
  }
  return found.reduce((sum, { boxes }) => sum + boxes, 0);
}

/** The last stop of each delivery on runs that were not called off. */
async function lastLegs(tx: Tx, deliveryIds: readonly string[]) {
  const rows = await tx.execute<{ deliveryId: string; kind: StopKind; number: string }>(sql`
    select distinct on (stop.delivery_id) stop.delivery_id as "deliveryId", stop.kind, run.number
    from run_stops stop join runs run on run.id = stop.run_id
    where stop.delivery_id = any(${sql.param([...deliveryIds])}::uuid[]) and run.status <> 'cancelled'
    order by stop.delivery_id, run.id desc`);
  return new Map(rows.map((row) => [row.deliveryId, row]));
}
