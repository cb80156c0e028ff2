import { uuidv7 } from "uuidv7";
import { expect } from "vitest";
import type { UserActor } from "#app/domain/actor.ts";
import { pickerValue } from "#app/domain/moment.ts";
import { editDriver } from "#app/domain/runs/edit-driver.server.ts";
import { EditDriver } from "#app/domain/runs/schema.ts";
import * as casePage from "#app/routes/desk.cases.$id._index.tsx";
import * as deliveryPage from "#app/routes/desk.deliveries.$id._index.tsx";
import * as newDelivery from "#app/routes/desk.deliveries.new.tsx";
import * as runPage from "#app/routes/desk.runs.$id._index.tsx";
import * as newRun from "#app/routes/desk.runs.new.tsx";
import * as vehicles from "#app/routes/desk.vehicles._index.tsx";
import * as door from "#app/routes/q.$code.tsx";
import { asking, posting, routeArgs } from "./requests.ts";
import { crew } from "./runs.ts";
import { goes, idIn, type Readers, type Values } from "./story-readers.ts";
import type { World } from "./world.ts";

/** A moment so many hours from now, as a form takes it. */
export const soon = (from: number): string => pickerValue(new Date(Date.now() + from * 3_600_000));

/** What the people of a story do with their pages; what they make is noted in `readers`. */
export function storyActs(world: World, siteId: string, readers: Readers) {
  const { warehouse_keeper: keeper, dispatcher } = world.actors;
  const keys = new Map<string, { code: string; pin: string }>();
  const onRun = (values: Values) =>
    goes(runPage.action, dispatcher, "/desk/runs", values, { id: readers.run! });
  const deliver = async (quantity: string, values: Values = {}) => {
    const order = { warehouseId: world.warehouse.id, siteId, boxes: "3", ...values };
    const lines = { [`lines.${world.mask.id}.quantity`]: quantity };
    const id = idIn(await goes(newDelivery.action, keeper, "/desk/deliveries/new", { ...order, ...lines }));
    const page = await deliveryPage.loader(routeArgs(await asking(keeper, "/desk"), { id }));
    keys.set(id, { code: page.delivery.code, pin: page.delivery.pin! });
    return id;
  };

  const plan = async (who: { vehicleId: string; driverId: string }, values: Values) => {
    const form = { warehouseId: world.warehouse.id, ...who, ...values };
    readers.run = idIn(await goes(newRun.action, dispatcher, "/desk/runs/new", form));
  };
  const arrivesAt = (from: number) => ({ [`stops.${readers.delivery}.arrivesAt`]: soon(from) });
  const refused = async () => {
    const args = routeArgs(await posting(dispatcher, "/desk/runs", { intent: "leave" }), {
      id: readers.run!,
    });
    const answer = (await runPage.action(args)) as { init?: { status?: number }; data: { form: string } };
    expect(answer.init?.status).toBe(409);
    expect(answer.data.form).toContain("通行证");
  };

  const healthy = (driverId: string) =>
    editDriver(
      dispatcher,
      uuidv7(),
      EditDriver.parse({ driverId, name: `王 ${driverId}`, healthPaperUntil: "2999-12-31" }),
    );

  const crewOf = async () => {
    const who = await crew(world, null);
    await healthy(who.driverId);
    return who;
  };
  const pass = (vehicleId: string, until: number) =>
    goes(vehicles.action, dispatcher, "/desk/vehicles", {
      ...{ intent: "pass", vehicleId, number: `沪通-${until}`, everywhere: "true" },
      ...{ validFrom: soon(-1), validTo: soon(until) },
    });

  const sign = async (id: string, values: Values) => {
    const { code, pin } = keys.get(id)!;
    return goes(
      door.action,
      null,
      `/q/${code}`,
      { name: "刘书记", post: "居委会书记", pin, ...values },
      { code },
    );
  };

  const onCase = (actor: UserActor, values: Values) =>
    goes(casePage.action, actor, "/desk/cases", values, { id: readers.case! });

  return { onRun, deliver, plan, arrivesAt, refused, crewOf, pass, sign, onCase };
}
