import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { formatCode } from "#app/domain/code.ts";
import { editDriver } from "#app/domain/runs/edit-driver.server.ts";
import { listPasses } from "#app/domain/runs/list-fleet.server.ts";
import { revokePass } from "#app/domain/runs/revoke-pass.server.ts";
import { EditDriver } from "#app/domain/runs/schema.ts";
import * as boxPage from "#app/routes/desk.boxes.$id.tsx";
import * as drivePage from "#app/routes/desk_.runs.$id.drive.tsx";
import { boxedMasks, boxOf, deliverMasks, keeperOf, snapshotOf } from "#tests/support/boxes.ts";
import { report } from "#tests/support/cases.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { crew, door, plan, point } from "#tests/support/runs.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

type Role = keyof World["actors"];

const hours = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();

/** Two labelled boxes, picked; a run that takes them to a door or a hand-over point; and the driver's page of it. */
async function driven(stop: "door" | "point" = "door") {
  const world = await makeWorld();
  const { codes } = await boxedMasks(world, 3);
  const delivery = await deliverMasks(world, 20);
  const [one = "", two = "", other = ""] = codes;
  for (const code of [one, two]) await keeperOf(world).pick(delivery.id, code);
  const who = await crew(world, {
    number: `沪通-${delivery.number}`,
    validFrom: hours(-1),
    validTo: hours(9),
  });
  await editDriver(
    world.actors.dispatcher,
    uuidv7(),
    EditDriver.parse({ driverId: who.driverId, name: `王 ${who.driverId}`, healthPaperUntil: "2999-12-31" }),
  );
  const stops = [{ ...(stop === "door" ? door : point)(delivery.id, "10:00"), arrivesAt: hours(2) }];
  const { id, number } = await plan(world, who, stops, { leavesAt: hours(1) });
  const path = `/desk/runs/${id}/drive`;
  const post = async (values: Record<string, string>, role: Role = "dispatcher") =>
    drivePage.action(routeArgs(await posting(world.actors[role], path, values), { id }));
  const get = async (query = "", role: Role = "dispatcher") =>
    drivePage.loader(routeArgs(await asking(world.actors[role], path + query), { id }));
  /** What a driver sees after an act: the page that it leads to. */
  const act = async (values: Record<string, string>) => {
    const answer = await thrownBy(post(values));
    return get(new URL(answer.headers.get("Location") ?? "", "http://jieli").search);
  };
  return { world, delivery, id, number, one, two, other, post, get, act };
}

test("boxes are loaded by scanning alone; one that is not on the run is named, and the last can be taken off again", async () => {
  const { world, number, one, two, other, post, get, act } = await driven();
  expect((await get()).boxes.map(({ n, loaded }) => [n, loaded])).toEqual([
    [1, false],
    [1, false],
  ]);
  const { happened } = await act({ intent: "load", code: one.toLowerCase() });
  expect(happened).toMatchObject({ said: "loaded", code: one, eventId: expect.any(String) });
  expect((await boxOf(one)).loadedAt).not.toBeNull();
  const before = await snapshotOf(world);
  const stranger = await post({ intent: "load", code: other });
  expect(stranger.init?.status).toBe(409);
  expect(stranger.data.form).toBe(
    `${formatCode(other)} 不在 ${number} 这一趟的货里。请核对标签，没拣的先拣货。`,
  );
  expect((await post({ intent: "load", code: "https://example.org/1" })).data.fields).toEqual({
    code: "bad_code",
  });
  expect((await post({ intent: "load", code: one })).data.form).toContain("不重复算");
  expect(await snapshotOf(world)).toEqual(before);
  const undone = await act({ intent: "undo", eventId: happened.eventId ?? "" });
  expect(undone.happened).toMatchObject({ said: "undone", eventId: null });
  expect((await boxOf(one)).loadedAt).toBeNull();
  await act({ intent: "load", code: two });
  expect((await get()).boxes.find(({ code }) => code === two)?.loaded).toBe(true);
});

test("on the road it says where to, by which pass; at the door boxes are handed over and the way to signing is there", async () => {
  const { world, delivery, one, two, post, get, act } = await driven();
  for (const code of [one, two]) await act({ intent: "load", code });
  const left = await act({ intent: "leave" });
  expect(left).toMatchObject({ happened: { said: "left" }, run: { status: "on_road" } });
  expect(left.run.stops).toMatchObject([
    {
      site: "潍坊一村居委会",
      code: delivery.code,
      pass: { number: `沪通-${delivery.number}`, validTo: expect.any(Date) },
    },
  ]);
  const where = { "where.latitude": "31.2304", "where.longitude": "121.4737", "where.accuracy": "20" };
  await act({ intent: "arrive", n: "1", ...where });
  const handed = await act({ intent: "hand-on", n: "1", code: one, ...where });
  expect(handed).toMatchObject({
    happened: { said: "handed-on", code: one },
    run: { stops: [{ labelled: 2, handedOn: 1 }] },
  });
  expect((await post({ intent: "hand-on", n: "1", code: one })).data.form).toBe(
    `${formatCode(one)} 在第 1 站已经交过了，不重复算。`,
  );
  const box = await boxPage.loader(
    routeArgs(await asking(world.actors.auditor, `/desk/boxes/${one}`), { id: one }),
  );
  expect(box.holder).toMatchObject({ is: "receiver", site: "潍坊一村居委会" });
  expect(box.box.events[0]).toMatchObject({
    where: { latitude: 31.2304, longitude: 121.4737, accuracy: 20 },
  });
  await report(delivery);
  expect((await get()).run.stops).toMatchObject([{ deliveryStatus: "confirmed" }]);
  const finished = await thrownBy(post({ intent: "finish" }));
  expect(finished.headers.get("Location")).toMatch(/\?done=finished$/);
});

test("a keeper drives but does not let it leave; an auditor has no driver's page", async () => {
  const { post, get } = await driven();
  expect((await get("", "warehouse_keeper")).can).toEqual({ leave: false });
  expect((await thrownBy(post({ intent: "leave" }, "warehouse_keeper"))).status).toBe(403);
  expect((await thrownBy(get("", "auditor"))).status).toBe(403);
});

test("a pass that was called back is none any more on the driver's page", async () => {
  const { get, world } = await driven("point");
  const [pass] = await listPasses(world.actors.dispatcher);
  await revokePass(world.actors.dispatcher, uuidv7(), { passId: pass!.id });
  expect((await get()).run.stops).toMatchObject([{ pass: null, problems: [{ is: "pass_missing" }] }]);
});
