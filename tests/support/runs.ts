import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { addDriver } from "#app/domain/runs/add-driver.server.ts";
import { addPass } from "#app/domain/runs/add-pass.server.ts";
import { addVehicle } from "#app/domain/runs/add-vehicle.server.ts";
import { leaveRun } from "#app/domain/runs/leave.server.ts";
import { planRun } from "#app/domain/runs/plan.server.ts";
import { AddDriver, AddPass, AddVehicle, LeaveRun, PlanRun } from "#app/domain/runs/schema.ts";
import { makeWorld, stockMasks, type World } from "./world.ts";

/** 3 April 2022 in Shanghai. */
export const at = (time: string) => `2022-04-03T${time}:00+08:00`;

let plates = 0;

/** A vehicle for ten boxes with a pass for the whole city from six to fourteen, and a driver with a health paper. */
export async function crew(
  world: World,
  pass: Partial<z.input<typeof AddPass>> | null = {},
  vehicle: Partial<z.input<typeof AddVehicle>> = {},
) {
  const { dispatcher } = world.actors;
  plates += 1;
  const plate = `沪A${10_000 + plates}`;
  const parsed = AddVehicle.parse({ plate, capacityBoxes: "10", ...vehicle });
  const { id: vehicleId } = await addVehicle(dispatcher, uuidv7(), parsed);
  const paper = { name: `司机 ${plates}`, healthPaperUntil: "2022-04-04" };
  const { id: driverId } = await addDriver(dispatcher, uuidv7(), AddDriver.parse(paper));
  if (pass !== null) await passFor(world, vehicleId, pass);
  return { vehicleId, driverId };
}

export const passFor = (world: World, vehicleId: string, pass: Partial<z.input<typeof AddPass>> = {}) =>
  addPass(
    world.actors.dispatcher,
    uuidv7(),
    AddPass.parse({
      vehicleId,
      number: `通 ${uuidv7()}`,
      everywhere: pass.townshipCodes === undefined,
      validFrom: at("06:00"),
      validTo: at("14:00"),
      ...pass,
    }),
  );

/** A world with masks in stock and a delivery packed for each of its two sites, three boxes each. */
export async function runWorld() {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "500", value: "1000" });
  const near = await packed(world, world.site.id);
  const far = await packed(world, world.fieldHospital.id);
  return { world, near, far };
}

export const packed = (world: World, siteId: string, boxes = "3") =>
  createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId,
      boxes,
      lines: [{ itemId: world.mask.id, quantity: "10" }],
    }),
  );

export const door = (deliveryId: string, time: string) => ({
  kind: "door" as const,
  deliveryId,
  arrivesAt: at(time),
});

export const point = (deliveryId: string, time: string) => ({
  ...door(deliveryId, time),
  kind: "hand_over_point" as const,
  townshipCode: "310115016",
  place: "花木街道办门口",
});

/** Planned by the dispatcher to leave at nine. */
export const plan = (
  world: World,
  who: { vehicleId: string; driverId: string },
  stops: z.input<typeof PlanRun>["stops"],
  more: Partial<z.input<typeof PlanRun>> = {},
  requestId = uuidv7(),
) =>
  planRun(
    world.actors.dispatcher,
    requestId,
    PlanRun.parse({ warehouseId: world.warehouse.id, ...who, leavesAt: at("09:00"), stops, ...more }),
  );

export const leave = (
  world: World,
  runId: string,
  more: Partial<z.input<typeof LeaveRun>> = {},
  requestId = uuidv7(),
) =>
  leaveRun(world.actors.dispatcher, requestId, LeaveRun.parse({ runId, occurredAt: at("09:00"), ...more }));
