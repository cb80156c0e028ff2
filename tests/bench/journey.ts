import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { createToken } from "#app/domain/people/create-token.server.ts";
import type { Figure } from "./figure.ts";
import { openClient, requestOf } from "./http-client.ts";
import type { Stage } from "./seed.ts";

const SECONDS = 6;
const WARM_UP = 200;
const Created = z.object({ id: z.string(), code: z.string(), pin: z.string() });

/** Whole journeys a second by one client over HTTP: create a delivery of three lines, dispatch it, confirm it. */
export async function benchJourney(port: number, stage: Stage): Promise<Omit<Figure, "reference">> {
  const authorization = `Bearer ${await tokenOf(stage)}`;
  const client = await openClient(port);
  const post = async (path: string, body: object) => {
    const request = requestOf("POST", `/api/v1/${path}`, { requestId: uuidv7(), ...body }, { authorization });
    const answered = await client.send(request);
    if (answered.status !== 200) throw new Error(`answered ${answered.status}: ${answered.body}`);
    return answered.body;
  };
  const journey = async (n: number) => {
    const siteId = stage.siteIds[n % stage.siteIds.length];
    const lines = stage.itemIds.map((itemId) => ({ itemId, quantity: "10" }));
    const body = { warehouseId: stage.world.warehouse.id, siteId, boxes: 1, lines };
    const { id, code, pin } = Created.parse(JSON.parse(await post("delivery/create", body)));
    await post("delivery/dispatch", { deliveryId: id });
    await post("delivery/confirm", { code, pin, name: "刘书记" });
  };
  for (let n = 0; n < WARM_UP; n += 1) await journey(n);
  const from = performance.now();
  let count = 0;
  for (; performance.now() < from + SECONDS * 1000; count += 1) await journey(count);
  const seconds = (performance.now() - from) / 1000;
  client.close();
  return {
    name: "create → dispatch → confirm, one client",
    figure: count / seconds,
    unit: "/s",
    goal: { atLeast: 0.048 },
    note: `${count} in all`,
  };
}

/** A token that opens the API as an administrator. */
export async function tokenOf({ world }: Stage): Promise<string> {
  const made = await createToken(world.actors.administrator, uuidv7(), {
    name: "bench",
    role: "administrator",
  });
  return made.token;
}
