import { beforeAll, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { shareConsignment } from "#app/domain/consignments/share.server.ts";
import { action as fillIn, loader as donorPage } from "#app/routes/consignments.$token.tsx";
import { action as act } from "#app/routes/desk.consignments.$id._index.tsx";
import { action as countHere } from "#app/routes/desk.consignments.$id.count.tsx";
import { loader as receivePage, action as receiveHere } from "#app/routes/desk.consignments.$id.receive.tsx";
import { loader as list } from "#app/routes/desk.consignments._index.tsx";
import { announce, count, statusOf } from "#tests/support/consignments.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const desk = (id: string, page = "") => `/desk/consignments/${id}${page}`;

test("looking at the donor's page changes nothing; sending it does, without an account", async () => {
  const { id, number } = await announce(world);
  const { token } = await shareConsignment(world.actors.fund_officer, uuidv7(), { consignmentId: id });
  const path = `/consignments/${token}`;
  const seen = await donorPage(routeArgs(await asking(null, path), { token }));
  expect(seen.consignment).toMatchObject({ number, status: "expected", filledIn: false });
  expect(
    JSON.stringify(seen, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value)),
  ).not.toContain(id);
  expect((await statusOf(id)).donorFilledAt).toBeNull();
  const values = {
    donor: "爱心厂",
    "lines.0.item": "口罩",
    "lines.0.unit": "只",
    "lines.0.quantity": "50",
  };
  const sent = await thrownBy(fillIn(routeArgs(await posting(null, path, values), { token })));
  expect(sent.headers.get("Location")).toBe(`${path}?sent`);
  expect(await statusOf(id)).toMatchObject({ donor: "爱心厂", donorFilledAt: expect.any(Date) });
});

test("a link that was never made reads as expired", async () => {
  const page = await thrownBy(donorPage(routeArgs(await asking(null, "/consignments/x"), { token: "x" })));
  expect(page.status).toBe(410);
});

test("the link is shown once, to whoever made it", async () => {
  const { id } = await announce(world);
  const request = await posting(world.actors.fund_officer, desk(id), { intent: "share" });
  const answer = await act(routeArgs(request, { id }));
  expect(answer.data).toMatchObject({
    intent: "share",
    result: expect.stringMatching(/\/consignments\/[\w-]{43}$/),
  });
});

test("counting by the form writes full packs and loose pieces; what is wrong comes back to its line", async () => {
  const { id } = await announce(world);
  const keeper = world.actors.warehouse_keeper;
  const post = async (values: Record<string, string>) =>
    countHere(routeArgs(await posting(keeper, desk(id, "/count"), values), { id }));
  const done = await thrownBy(post({ n: "1", packs: "3", counted: "7" }));
  expect(done.headers.get("Location")).toBe(`${desk(id, "/count")}?done=counted&line=1#line-1`);
  const wrong = await post({ n: "1", packs: "many" });
  expect(wrong.data).toMatchObject({ intent: "line-1", errors: { fields: { packs: "not_a_number" } } });
});

test("whoever counted is told that another person must check", async () => {
  const { id } = await announce(world);
  await count(world, id, { packs: "10" });
  const keeper = world.actors.warehouse_keeper;
  const page = await receivePage(routeArgs(await asking(keeper, desk(id, "/receive")), { id }));
  expect(page.counted).toBe(true);
  const refused = await receiveHere(routeArgs(await posting(keeper, desk(id, "/receive"), {}), { id }));
  expect(refused).toMatchObject({ init: { status: 403 } });
  expect((await statusOf(id)).status).toBe("counting");
  const officer = world.actors.fund_officer;
  const asked = await receivePage(routeArgs(await asking(officer, desk(id, "/receive")), { id }));
  expect(asked.counted).toBe(false);
  const done = await thrownBy(
    receiveHere(routeArgs(await posting(officer, desk(id, "/receive"), {}), { id })),
  );
  expect(done.headers.get("Location")).toBe(`${desk(id)}?done=received`);
});

test("what is due or late is asked for today, the rest later", async () => {
  const fresh = await makeWorld();
  const late = await announce(fresh, [], { expectedOn: "2022-03-01" });
  const someday = await announce(fresh, []);
  const later = await announce(fresh, [], { expectedOn: "2999-01-01" });
  const shown = async (query: string) => {
    const request = await asking(fresh.actors.auditor, `/desk/consignments${query}`);
    const { consignments } = await list(routeArgs(request));
    return consignments.rows.map(({ id }) => id);
  };
  expect(await shown("")).toEqual([late.id, someday.id]);
  expect(await shown("?view=later")).toEqual([later.id]);
  expect(await shown(`?q=${later.number}`)).toEqual([later.id]);
});
