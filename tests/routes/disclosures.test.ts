import { expect, test } from "vitest";
import { todayInShanghai } from "#app/domain/dates.ts";
import { addDays } from "#app/domain/disclosures/calendar.ts";
import { action as campaignForm, loader as campaignPage } from "#app/routes/desk.campaigns.$id.tsx";
import { action as form, loader as page } from "#app/routes/desk.disclosures._index.tsx";
import { loader as calendar } from "#app/routes/calendar.$feed.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

const ago = (days: number) => addDays(todayInShanghai(), -days);
const campaign = { intent: "campaign", kind: "campaign", name: "专项募捐", startsOn: ago(30) };

const send = async (
  world: World,
  values: Record<string, string>,
  role: keyof World["actors"] = "fund_officer",
) => form(routeArgs(await posting(world.actors[role], "/desk/disclosures", values)));

const read = async (world: World) => page(routeArgs(await asking(world.actors.auditor, "/desk/disclosures")));

test("a campaign is registered by its form, and its deadlines stand on the page", async () => {
  const world = await makeWorld();
  const wrong = await send(world, { ...campaign, name: "" });
  expect(wrong.data.errors?.fields).toEqual({ name: "required" });
  const done = await thrownBy(send(world, { ...campaign, emergency: "true" }));
  expect(done.headers.get("location")).toBe("/desk/disclosures?done=campaign");
  const { deadlines, campaigns } = await read(world);
  expect(campaigns).toMatchObject([{ name: "专项募捐", emergency: true }]);
  expect(deadlines.map(({ rule }) => rule)).toContain("emergency_filing_10_days");
  expect(deadlines[0]).toMatchObject({ subject: "专项募捐", standing: "late" });
});

test("filing, ending and marking as done are forms of their pages", async () => {
  const world = await makeWorld();
  await thrownBy(send(world, { ...campaign, emergency: "true" }));
  const [found] = (await read(world)).campaigns;
  const id = found!.id;
  const post = async (values: Record<string, string>) =>
    campaignForm(
      routeArgs(await posting(world.actors.fund_officer, `/desk/campaigns/${id}`, values), { id }),
    );
  await thrownBy(post({ intent: "file", filingNumber: "A26001", filedOn: ago(25) }));
  expect((await post({ intent: "end", endsOn: ago(31) })).data.errors?.fields).toEqual({
    endsOn: "date_before_start",
  });
  await thrownBy(post({ intent: "end", endsOn: ago(10), surplus: "true" }));
  const args = routeArgs(await asking(world.actors.auditor, `/desk/campaigns/${id}`), { id });
  expect((await campaignPage(args)).campaign).toMatchObject({
    filingNumber: "A26001",
    endsOn: ago(10),
    surplus: true,
  });
  const receipts = (await read(world)).deadlines.find(({ rule }) => rule === "emergency_receipts_5_days")!;
  const mark = { intent: "satisfy", deadlineId: receipts.id, satisfiedOn: ago(26) };
  expect((await send(world, mark)).data.errors?.fields).toEqual({ note: "required" });
  await thrownBy(send(world, { ...mark, note: "已在慈善中国公布" }));
  expect((await read(world)).deadlines.find((row) => row.id === receipts.id)).toMatchObject({
    standing: "done",
  });
});

test("only an administrator says which days people work", async () => {
  const world = await makeWorld();
  const day = { intent: "day", day: "2031-01-01", workday: "false", source: "通知" };
  expect((await thrownBy(send(world, day))).status).toBe(403);
  const done = await thrownBy(send(world, day, "administrator"));
  expect(done.headers.get("location")).toContain("done=day");
});

test("the calendar is for whoever knows its address, and only its organization's", async () => {
  const world = await makeWorld();
  await thrownBy(send(world, { ...campaign, emergency: "true" }));
  const { feed } = await read(world);
  const { pathname } = new URL(feed);
  const name = pathname.slice("/calendar/".length);
  const answer = await calendar(routeArgs(new Request(feed), { feed: name }));
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const text = await answer.text();
  expect(text).toContain("BEGIN:VEVENT");
  expect(text.replaceAll("\r\n ", "")).toContain("专项募捐");
  for (const wrong of [
    name.replace(/\.(.)/, ".x"),
    `${world.organizationId}.x.ics`,
    "x",
    name.slice(0, -4),
  ]) {
    const refused = await thrownBy(calendar(routeArgs(new Request(feed), { feed: wrong })));
    expect(refused.status).toBe(404);
  }
  const other = await makeWorld();
  const swapped = `${other.organizationId}.${name.split(".")[1]}.ics`;
  expect((await thrownBy(calendar(routeArgs(new Request(feed), { feed: swapped })))).status).toBe(404);
});
