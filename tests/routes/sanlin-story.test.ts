import { expect, test } from "vitest";
import { db } from "#db";
import { addSites } from "#app/domain/places/add-site.server.ts";
import * as deliveryPage from "#app/routes/desk.deliveries.$id._index.tsx";
import * as newGift from "#app/routes/desk.gifts.goods.new.tsx";
import * as needPage from "#app/routes/desk.needs.$id.tsx";
import * as newPledge from "#app/routes/desk.pledges.new.tsx";
import * as cancelRun from "#app/routes/desk.runs.$id.cancel.tsx";
import * as sitePageAtDesk from "#app/routes/desk.sites.$id._index.tsx";
import * as putAway from "#app/routes/desk.stock.put-away.tsx";
import * as traceCode from "#app/routes/desk.traces.$id.tsx";
import * as sitePage from "#app/routes/s.$token.tsx";
import * as tracePage from "#app/routes/t.$code.tsx";
import * as feed from "#app/routes/t.$code_.feed[.]xml.ts";
import { asking, posting, routeArgs } from "#tests/support/requests.ts";
import { goes, idIn, readAll, type Readers } from "#tests/support/story-readers.ts";
import { soon, storyActs } from "#tests/support/story-acts.ts";
import { makeWorld } from "#tests/support/world.ts";

test("Sanlin school's gift, from the promise to the door: after each of twenty steps everybody reads the same", async () => {
  const world = await makeWorld();
  const { fund_officer: officer, warehouse_keeper: keeper, dispatcher } = world.actors;
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
  const acts = storyActs(world, site!.id, readers);
  const { onRun, deliver, plan, arrivesAt, refused, crewOf, pass, sign, onCase } = acts;
  let number = 0;
  const step = async (act: () => Promise<unknown>, reads: Record<string, unknown>) => {
    number += 1;
    await act();
    expect(await readAll(readers), `step ${number}`).toMatchObject(reads);
  };

  const shared = await sitePageAtDesk.action(
    routeArgs(await posting(dispatcher, `/desk/sites/${site!.id}`, { intent: "share" }), { id: site!.id }),
  );
  readers.token = /\/s\/([\w-]+)/.exec(JSON.stringify(shared))?.[1] ?? "";
  let pledge = "";
  let need = "";
  let lot = "";
  let replacement = "";

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
      const { data } = await tracePage.loader(routeArgs(await asking(null, "/t"), { code: readers.trace }));
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

  const held = { delivery: "planned", run: "planned 1" };
  // 7 Its vehicle has no pass: it is held.
  const first = await crewOf();
  await step(
    async () => {
      await plan(first, { leavesAt: soon(0.5), ...arrivesAt(4) });
      await refused();
    },
    {
      desk: held,
      donor: { drops: ["planned 0/60"], stages: { packed: 60 } },
      site: { coming: ["planned 60"] },
    },
  );

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
      const second = await crewOf();
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

  // 14 The committee counts 57: three are short, and a case is opened with the signing.
  await step(
    async () => {
      await sign(readers.delivery!, { intent: "lines", "lines.0.what": "short", "lines.0.loose": "3" });
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
    () =>
      onCase(officer, { intent: "decide", decision: "replaced", replacementId: replacement, note: "补发" }),
    {
      donor: {
        stages: { stored: 17, packed: 3, confirmed: 57, lost: 3 },
        cases: ["short 3 replaced planned"],
      },
      desk: { case: "replaced" },
      everybody: [[20, 0, 57, 0, 3]],
    },
  );

  // 19 The three leave and are signed for.
  await step(
    async () => {
      await goes(
        deliveryPage.action,
        dispatcher,
        "/desk/deliveries",
        { intent: "dispatch" },
        { id: replacement },
      );
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
  const told = [...(await answer.text()).matchAll(/<entry>.*?<title>(.*?)<\/title>/g)].map(
    ([, title]) => title,
  );
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
}, 60_000);
