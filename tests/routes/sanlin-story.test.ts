import { expect, test } from "vitest";
import { db } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { pickerValue } from "#app/domain/moment.ts";
import { addSites } from "#app/domain/places/add-site.server.ts";
import { inAllStages } from "#app/domain/trace/stage.ts";
import * as runPage from "#app/routes/desk.runs.$id._index.tsx";
import * as casePage from "#app/routes/desk.cases.$id._index.tsx";
import * as deliveryPage from "#app/routes/desk.deliveries.$id._index.tsx";
import * as newDelivery from "#app/routes/desk.deliveries.new.tsx";
import * as newGift from "#app/routes/desk.gifts.goods.new.tsx";
import * as needPage from "#app/routes/desk.needs.$id.tsx";
import * as newPledge from "#app/routes/desk.pledges.new.tsx";
import * as cancelRun from "#app/routes/desk.runs.$id.cancel.tsx";
import * as newRun from "#app/routes/desk.runs.new.tsx";
import * as sitePageAtDesk from "#app/routes/desk.sites.$id._index.tsx";
import * as putAway from "#app/routes/desk.stock.put-away.tsx";
import * as traceCode from "#app/routes/desk.traces.$id.tsx";
import * as vehicles from "#app/routes/desk.vehicles._index.tsx";
import * as findPage from "#app/routes/find.tsx";
import * as door from "#app/routes/q.$code.tsx";
import * as sitePage from "#app/routes/s.$token.tsx";
import * as tracePage from "#app/routes/t.$code.tsx";
import * as feed from "#app/routes/t.$code_.feed[.]xml.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { crew } from "#tests/support/runs.ts";
import { makeWorld } from "#tests/support/world.ts";

type Action = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;
type Values = Record<string, string>;
const hours = (from: number) => new Date(Date.now() + from * 3_600_000);
const soon = (from: number) => pickerValue(hours(from));

/** Posts a form that must go through; answers where it led. */
async function goes(action: unknown, actor: UserActor | null, path: string, values: Values, params: Values = {}) {
  const run = async () => (action as Action)(routeArgs(await posting(actor, path, values), params));
  const answer = await run().catch((thrown: unknown) => thrown);
  if (answer instanceof Response && answer.status < 400) return answer.headers.get("Location") ?? "";
  throw new Error(`${path} was refused: ${JSON.stringify(answer)}`);
}

const idIn = (location: string): string => /\/([0-9a-f-]{36})/.exec(location)?.[1] ?? "";

/** Everything the four kinds of reader are shown, in a few words each. */
interface Readers {
  trace: string;
  token: string;
  gift: string | null;
  delivery: string | null;
  run: string | null;
  case: string | null;
  dispatcher: UserActor;
}

async function readAll(of: Readers) {
  const [donor, site, desk, everybody] = await Promise.all([
    readTrace(of.trace),
    readSite(of.token),
    readDesk(of),
    readPublic(of.gift),
  ]);
  return { donor, site, desk, everybody };
}

async function readTrace(code: string) {
  const { data } = await tracePage.loader(routeArgs(await asking(null, `/t/${code}`), { code }));
  const { trace } = data;
  if (trace === null) throw new Error("the code led nowhere");
  const [gift] = trace.gifts;
  const stages = Object.entries(gift?.lots[0]?.stages ?? {}).filter(([, amount]) => amount !== 0n);
  if (gift) expect(inAllStages(gift.lots[0]!.stages)).toBe(80n);
  return {
    promise: trace.promise?.state,
    stages: Object.fromEntries(stages.map(([stage, amount]) => [stage, Number(amount)])),
    drops: gift?.drops.map(({ status, lines }) => `${status} ${lines[0]!.good}/${lines[0]!.quantity}`) ?? [],
    cases:
      gift?.cases.map(
        ({ kind, quantity, decision, replacement, closedAt }) =>
          `${kind} ${quantity} ${closedAt ? "closed" : (decision ?? "open")} ${replacement?.status ?? "-"}`,
      ) ?? [],
  };
}

async function readSite(token: string) {
  const { data } = await sitePage.loader(routeArgs(await asking(null, `/s/${token}`), { token }));
  if (!data.page.open) throw new Error("the site's page did not open");
  const { needs, coming, came } = data.page;
  return {
    needs: needs.map(({ status }) => status),
    coming: coming.map(({ status, lines }) => `${status} ${lines[0]!.quantity}`),
    came: came.map(({ lines }) => `${lines[0]!.good}/${lines[0]!.quantity}`).sort(),
  };
}

async function readDesk(of: Readers) {
  const args = async (path: string, id: string) => routeArgs(await asking(of.dispatcher, path), { id });
  const delivery =
    of.delivery &&
    (await deliveryPage.loader(await args(`/desk/deliveries/${of.delivery}`, of.delivery)));
  const run = of.run && (await runPage.loader(await args(`/desk/runs/${of.run}`, of.run))).run;
  const found = of.case && (await casePage.loader(await args(`/desk/cases/${of.case}`, of.case))).found;
  return {
    delivery: delivery ? delivery.delivery.status : null,
    run: run ? `${run.status} ${run.stops.reduce((sum, { problems }) => sum + problems.length, 0)}` : null,
    case: found ? (found.closedAt ? "closed" : (found.decision ?? "open")) : null,
  };
}

async function readPublic(number: string | null) {
  if (number === null) return null;
  const { search } = await findPage.loader(routeArgs(await asking(null, `/find?q=${number}`)));
  const [found] = search.found.filter(({ organization }) => organization.startsWith("测试社会组织"));
  const lot = search.found.flatMap((each) => (each.kind === "gift" ? each.lots : []));
  if (!found) throw new Error("the public does not find the gift");
  return lot.map(({ stock, road, signed, disputed, lost }) => [stock, road, signed, disputed, lost].map(Number));
}

test("Sanlin school's gift, from the promise to the door: after each of twenty steps everybody reads the same", async () => {
  const world = await makeWorld();
  const { fund_officer: officer, warehouse_keeper: keeper, dispatcher, administrator } = world.actors;
  const [site] = await db.transaction((tx) =>
    addSites(tx, world.organizationId, [
      {
        ...{ name: "三林世博家园居委会", kind: "committee", townshipCode: "310115130" },
        ...{ committeeCode: null, address: null, contactName: null, contactPhone: null },
      },
    ]),
  );
  const readers: Readers = {
    ...{ trace: "", token: "", gift: null, delivery: null, run: null, case: null },
    dispatcher,
  };
  let number = 0;
  const step = async (act: () => Promise<unknown>, reads: Record<string, unknown>) => {
    number += 1;
    await act();
    expect(await readAll(readers), `step ${number}`).toMatchObject(reads);
  };
  const onRun = (values: Values) => goes(runPage.action, dispatcher, "/desk/runs", values, { id: readers.run! });

  const shared = await sitePageAtDesk.action(
    routeArgs(await posting(dispatcher, `/desk/sites/${site!.id}`, { intent: "share" }), { id: site!.id }),
  );
  readers.token = /\/s\/([\w-]+)/.exec(JSON.stringify(shared))?.[1] ?? "";
  let pledge = "";
  let need = "";
  let lot = "";
  let replacement = "";
  const keys = new Map<string, { code: string; pin: string }>();

  // 1 The school promises 80 masks for Sanlin, and is given its trace code.
  await step(
    async () => {
      const promised = { kind: "goods", donor: "三林学校", pledgedOn: "2022-04-01", restrictedTo: "三林镇" };
      const line = { "lines.0.item": world.mask.name, "lines.0.unit": "只", "lines.0.quantity": "80" };
      pledge = idIn(await goes(newPledge.action, officer, "/desk/pledges/new", { ...promised, ...line }));
      await goes(traceCode.action, officer, "/desk/traces", { intent: "share" }, { id: pledge });
      const page = await traceCode.loader(routeArgs(await asking(officer, "/desk/traces"), { id: pledge }));
      readers.trace = page.subject.code ?? "";
      expect(page.link).toMatch(new RegExp(`/t/${readers.trace}$`));
    },
    { donor: { promise: "open", stages: {}, drops: [] }, site: { needs: [], coming: [] }, everybody: null },
  );

  // 2 The site asks for 60 on its own page.
  await step(
    async () => {
      const wish = { "lines.0.wish": world.mask.name, "lines.0.quantity": "60", "lines.0.unit": "只" };
      const path = `/s/${readers.token}`;
      await goes(sitePage.action, null, path, { intent: "ask", ...wish }, { token: readers.token });
      const { data } = await sitePage.loader(routeArgs(await asking(null, path), { token: readers.token }));
      need = data.page.open ? data.page.needs[0]!.id : "";
    },
    { donor: { promise: "open" }, site: { needs: ["asked"], coming: [] } },
  );

  // 3 Four boxes of twenty arrive.
  await step(
    async () => {
      const came = { warehouseId: world.warehouse.id, pledgeId: pledge, receivedOn: "2022-04-02" };
      const line = { "lines.0.item": world.mask.name, "lines.0.unit": "只", "lines.0.quantity": "4" };
      const pack = { "lines.0.packName": "箱", "lines.0.packSize": "20" };
      await goes(newGift.action, keeper, "/desk/gifts/goods/new", { ...came, ...line, ...pack });
      const { data } = await tracePage.loader(
        routeArgs(await asking(null, "/t"), { code: readers.trace }),
      );
      readers.gift = data.trace!.gifts[0]!.number;
      lot = data.trace!.gifts[0]!.lots[0]!.assetId;
      expect(data.trace!.gifts[0]).toMatchObject({ restriction: "三林镇", lots: [{ given: 80n }] });
    },
    { donor: { promise: "arrived", stages: { received: 80 } }, everybody: [[80, 0, 0, 0, 0]] },
  );

  // 4 They are put on the shelf.
  await step(
    () =>
      goes(putAway.action, keeper, "/desk/stock/put-away", {
        warehouseId: world.warehouse.id,
        [`lines.lot${lot}.binId`]: world.bin.id,
        [`lines.lot${lot}.quantity`]: "80",
      }),
    { donor: { stages: { stored: 80 } }, everybody: [[80, 0, 0, 0, 0]] },
  );

  // 5 The dispatcher tells the site what will come.
  await step(
    () =>
      goes(
        needPage.action,
        dispatcher,
        "/desk/needs",
        { intent: "answer", decision: "accept", answer: "60 只，明天到" },
        { id: need },
      ),
    { site: { needs: ["accepted"], coming: [] }, donor: { stages: { stored: 80 } } },
  );

  const deliver = async (quantity: string, values: Values = {}) => {
    const order = { warehouseId: world.warehouse.id, siteId: site!.id, boxes: "3", ...values };
    const lines = { [`lines.${world.mask.id}.quantity`]: quantity };
    const id = idIn(await goes(newDelivery.action, keeper, "/desk/deliveries/new", { ...order, ...lines }));
    const page = await deliveryPage.loader(routeArgs(await asking(keeper, "/desk"), { id }));
    keys.set(id, { code: page.delivery.code, pin: page.delivery.pin! });
    return id;
  };

  // 6 Matched: sixty are set aside and packed for it.
  await step(
    async () => {
      readers.delivery = await deliver("60", { needId: need });
    },
    {
      donor: { stages: { stored: 20, packed: 60 }, drops: ["planned 0/60"] },
      site: { coming: ["planned 60"] },
      desk: { delivery: "planned" },
      everybody: [[80, 0, 0, 0, 0]],
    },
  );

  const plan = async (who: { vehicleId: string; driverId: string }, values: Values) => {
    const form = { warehouseId: world.warehouse.id, ...who, ...values };
    readers.run = idIn(await goes(newRun.action, dispatcher, "/desk/runs/new", form));
  };
  const arrivesAt = (from: number) => ({ [`stops.${readers.delivery}.arrivesAt`]: soon(from) });
  const held = { delivery: "planned", run: "planned 1" };
  const refused = async () => {
    const args = routeArgs(await posting(dispatcher, "/desk/runs", { intent: "leave" }), { id: readers.run! });
    const answer = (await runPage.action(args)) as { init?: { status?: number }; data: { form: string } };
    expect(answer.init?.status).toBe(409);
    expect(answer.data.form).toContain("通行证");
  };

  // 7 Its vehicle has no pass: it is held.
  const driver = { healthPaper: "2999-12-31" };
  const first = await crew(world, null);
  const { editDriver } = await import("#app/domain/runs/edit-driver.server.ts");
  const { EditDriver } = await import("#app/domain/runs/schema.ts");
  const { uuidv7 } = await import("uuidv7");
  const healthy = (driverId: string) =>
    editDriver(
      dispatcher,
      uuidv7(),
      EditDriver.parse({ driverId, name: `王 ${driverId}`, healthPaperUntil: driver.healthPaper }),
    );
  await healthy(first.driverId);
  await step(
    async () => {
      await plan(first, { leavesAt: soon(0.5), ...arrivesAt(4) });
      await refused();
    },
    { desk: held, donor: { drops: ["planned 0/60"], stages: { packed: 60 } }, site: { coming: ["planned 60"] } },
  );

  const pass = (vehicleId: string, until: number) =>
    goes(vehicles.action, dispatcher, "/desk/vehicles", {
      ...{ intent: "pass", vehicleId, number: `沪通-${until}`, everywhere: "true" },
      ...{ validFrom: soon(-1), validTo: soon(until) },
    });

  // 8 A pass comes that ends before the door: it is still held, and says why.
  await step(
    async () => {
      await pass(first.vehicleId, 3);
      await refused();
    },
    { desk: held, donor: { stages: { stored: 20, packed: 60 } } },
  );

  // 9 The run is called off and planned again in two legs, the first up to a hand-over point: released.
  await step(
    async () => {
      await goes(cancelRun.action, dispatcher, "/desk/runs", { reason: "分两段送" }, { id: readers.run! });
      const point = {
        [`stops.${readers.delivery}.townshipCode`]: "310115007",
        [`stops.${readers.delivery}.place`]: "周家渡路口",
      };
      await plan(first, { leavesAt: soon(0.5), ...arrivesAt(2), ...point });
    },
    { desk: { delivery: "planned", run: "planned 0" }, donor: { drops: ["planned 0/60"] } },
  );

  // 10 The first leg leaves.
  await step(() => onRun({ intent: "leave" }), {
    desk: { delivery: "dispatched", run: "on_road 0" },
    donor: { stages: { stored: 20, on_road: 60 }, drops: ["dispatched 0/60"] },
    site: { coming: ["dispatched 60"] },
    everybody: [[20, 60, 0, 0, 0]],
  });

  // 11 It arrives at the point and is done.
  await step(
    async () => {
      await onRun({ intent: "arrive", n: "1" });
      await onRun({ intent: "finish" });
    },
    { desk: { delivery: "dispatched", run: "done 0" }, donor: { stages: { on_road: 60 } } },
  );

  // 12 Another vehicle with a longer pass takes over and leaves for the door.
  await step(
    async () => {
      const second = await crew(world, null);
      await healthy(second.driverId);
      await pass(second.vehicleId, 9);
      await plan(second, { leavesAt: soon(3), ...arrivesAt(5) });
      await onRun({ intent: "leave" });
    },
    { desk: { run: "on_road 0", delivery: "dispatched" }, donor: { stages: { stored: 20, on_road: 60 } } },
  );

  // 13 It stands at the door.
  await step(() => onRun({ intent: "arrive", n: "1" }), {
    desk: { run: "on_road 0" },
    site: { coming: ["dispatched 60"], came: [] },
  });

  const sign = async (id: string, values: Values) => {
    const { code, pin } = keys.get(id)!;
    return goes(door.action, null, `/q/${code}`, { name: "刘书记", pin, ...values }, { code });
  };

  // 14 The committee counts 57: three are short, and a case is opened with the signing.
  await step(
    async () => {
      await sign(readers.delivery!, { intent: "count", "lines.0.n": "1", "lines.0.good": "57", "lines.0.reason": "lost_on_the_way" });
      const page = await deliveryPage.loader(
        routeArgs(await asking(dispatcher, "/desk"), { id: readers.delivery! }),
      );
      readers.case = page.cases[0]!.id;
    },
    {
      donor: {
        stages: { stored: 20, confirmed: 57, in_question: 3 },
        drops: ["confirmed 57/60"],
        cases: ["short 3 open -"],
      },
      site: { coming: [], came: ["57/60"] },
      desk: { delivery: "confirmed", case: "open" },
      everybody: [[20, 0, 57, 3, 0]],
    },
  );

  // 15 The run comes home.
  await step(() => onRun({ intent: "finish" }), { desk: { run: "done 0", case: "open" } });

  const onCase = (actor: UserActor, values: Values) =>
    goes(casePage.action, actor, "/desk/cases", values, { id: readers.case! });

  // 16 The keeper asks around; nothing changes for anybody outside.
  await step(() => onCase(keeper, { intent: "note", text: "司机和交接点都问过" }), {
    donor: { cases: ["short 3 open -"] },
    desk: { case: "open" },
    everybody: [[20, 0, 57, 3, 0]],
  });

  // 17 Three of the twenty that are left are packed in their place.
  await step(
    async () => {
      replacement = await deliver("3", { boxes: "1" });
    },
    {
      donor: { stages: { stored: 17, packed: 3, confirmed: 57, in_question: 3 } },
      site: { coming: ["planned 3"], came: ["57/60"] },
    },
  );

  // 18 The officer decides: written off, and sent again.
  await step(
    () => onCase(officer, { intent: "decide", decision: "replaced", replacementId: replacement, note: "补发" }),
    {
      donor: { stages: { stored: 17, packed: 3, confirmed: 57, lost: 3 }, cases: ["short 3 replaced planned"] },
      desk: { case: "replaced" },
      everybody: [[20, 0, 57, 0, 3]],
    },
  );

  // 19 The three leave and are signed for.
  await step(
    async () => {
      await goes(deliveryPage.action, dispatcher, "/desk/deliveries", { intent: "dispatch" }, { id: replacement });
      await sign(replacement, { intent: "all" });
    },
    {
      donor: {
        stages: { stored: 17, confirmed: 60, lost: 3 },
        drops: ["confirmed 57/60", "confirmed 3/3"],
        cases: ["short 3 replaced confirmed"],
      },
      site: { coming: [], came: ["3/3", "57/60"] },
      everybody: [[17, 0, 60, 0, 3]],
    },
  );

  // 20 The case is closed, and whoever subscribed to the gift was told all of it.
  await step(() => onCase(keeper, { intent: "close" }), {
    donor: { cases: ["short 3 closed confirmed"] },
    desk: { case: "closed" },
    everybody: [[17, 0, 60, 0, 3]],
  });
  const answer = await feed.loader(routeArgs(await asking(null, "/t"), { code: readers.trace }));
  const told = [...(await answer.text()).matchAll(/<entry>.*?<title>(.*?)<\/title>/g)].map(([, title]) => title);
  const where = "三林镇 三林世博家园居委会";
  expect(told.filter((line) => line!.includes("3 只") || line!.includes("57 只"))).toEqual([
    `${where} 签收：医用外科口罩 3 只。`,
    `医用外科口罩 3 只出发，送往 ${where}。`,
    expect.stringMatching(/^医用外科口罩 短少 3 只，开了差异单 CY-\d{4}-\d+，正在查。$/),
    `${where} 签收：医用外科口罩 57 只。`,
  ]);
  expect(told).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^差异单 .*：没找回来，已从仓库补发。$/),
      expect.stringMatching(/^差异单 .* 了结。$/),
      "您答应捐赠，我们记下了。",
    ]),
  );
  expect(number).toBe(20);
  expect(administrator.roles).toEqual(["administrator"]);
}, 60_000);
