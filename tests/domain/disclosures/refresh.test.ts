import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { calendarDays, db, publications } from "#db";
import { todayInShanghai } from "#app/domain/dates.ts";
import { addDays } from "#app/domain/disclosures/calendar.ts";
import { addCampaign } from "#app/domain/disclosures/add-campaign.server.ts";
import { editCampaign } from "#app/domain/disclosures/edit-campaign.server.ts";
import { endCampaign } from "#app/domain/disclosures/end-campaign.server.ts";
import { fileCampaign } from "#app/domain/disclosures/file-campaign.server.ts";
import { listDeadlines } from "#app/domain/disclosures/list-deadlines.server.ts";
import { refreshDeadlinesOf } from "#app/domain/disclosures/refresh.server.ts";
import { satisfyDeadline } from "#app/domain/disclosures/satisfy-deadline.server.ts";
import { AddCampaign, SatisfyDeadline } from "#app/domain/disclosures/schema.ts";
import { recordPledge } from "#app/domain/pledges/record.server.ts";
import { RecordPledge } from "#app/domain/pledges/schema.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

async function campaigned(input: Record<string, unknown> = {}) {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  const campaign = await addCampaign(
    officer,
    uuidv7(),
    AddCampaign.parse({
      kind: "campaign",
      name: "专项募捐",
      startsOn: "2027-03-23",
      emergency: true,
      ...input,
    }),
  );
  return { world, officer, campaignId: campaign.id };
}

const ago = (days: number) => addDays(todayInShanghai(), -days);

/** Noon in Shanghai. */
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

async function clocksOn(world: World, day: string) {
  expect(await refreshDeadlinesOf(world.organizationId, noon(day))).toBe(true);
  const rows = await listDeadlines(world.actors.auditor, day);
  return rows.map(({ rule, startsOn, dueOn, standing }) => [rule, startsOn, dueOn, standing]);
}

async function publish(world: World, on: string, issue: number) {
  await db.insert(publications).values({
    id: uuidv7(),
    organizationId: world.organizationId,
    responseId: world.responseId,
    issue,
    version: 1,
    periodFrom: "2027-03-01",
    periodTo: on,
    logSize: 1n,
    checkpoint: "x",
    figures: {},
    publishedAt: noon(on),
  });
}

async function notices(world: World) {
  return db.execute<{ kind: string; occasion: string }>(sql`
    select kind, occasion from notices where organization_id = ${world.organizationId} order by kind, occasion`);
}

test("the emergency clock starts again with each publication, in time or late, until the emergency ends", async () => {
  const { world, officer, campaignId } = await campaigned();
  await fileCampaign(officer, uuidv7(), { campaignId, filingNumber: "A27001", filedOn: "2027-03-30" });
  expect(await clocksOn(world, "2027-03-26")).toContainEqual([
    "emergency_receipts_5_days",
    "2027-03-23",
    "2027-03-28",
    "near",
  ]);
  await publish(world, "2027-03-27", 1);
  await publish(world, "2027-04-05", 2);
  const then = await clocksOn(world, "2027-04-08");
  expect(then.filter(([rule]) => rule === "emergency_receipts_5_days")).toEqual([
    ["emergency_receipts_5_days", "2027-04-05", "2027-04-10", "near"],
    ["emergency_receipts_5_days", "2027-03-27", "2027-04-01", "done"],
    ["emergency_receipts_5_days", "2027-03-23", "2027-03-28", "done"],
  ]);
  expect(then).toContainEqual(["emergency_filing_10_days", "2027-03-23", "2027-04-02", "done"]);
  await editCampaign(officer, uuidv7(), {
    campaignId,
    name: "专项募捐",
    startsOn: "2027-03-23",
    emergency: true,
    emergencyEndsOn: "2027-04-05",
  });
  const after = await clocksOn(world, "2027-04-20");
  expect(
    after.filter(([rule, , , standing]) => rule === "emergency_receipts_5_days" && standing !== "done"),
  ).toEqual([]);
});

test("a year without holidays is said to be counted by weekdays; a day entered by hand moves the date", async () => {
  const { world } = await campaigned({ startsOn: "2027-09-21" });
  await refreshDeadlinesOf(world.organizationId, noon("2027-09-22"));
  const filing = async () =>
    (await listDeadlines(world.actors.auditor, "2027-09-22")).find(
      (row) => row.rule === "emergency_filing_10_days",
    );
  expect(await filing()).toMatchObject({ dueOn: "2027-10-01", yearsMissing: [2027] });
  await db.insert(calendarDays).values({ day: "2027-10-01", workday: false, source: "通知" });
  await refreshDeadlinesOf(world.organizationId, noon("2027-09-23"));
  expect(await filing()).toMatchObject({ dueOn: "2027-10-04" });
});

test("near and missed are told once each", async () => {
  const { world } = await campaigned();
  for (const day of ["2027-03-26", "2027-03-27", "2027-03-29", "2027-03-30"]) await clocksOn(world, day);
  expect(await notices(world)).toEqual([
    { kind: "deadline_missed", occasion: "emergency_receipts_5_days/2027-03-23" },
    { kind: "deadline_near", occasion: "emergency_filing_10_days/2027-03-23" },
    { kind: "deadline_near", occasion: "emergency_receipts_5_days/2027-03-23" },
  ]);
});

test("a clock that falls back changes nothing", async () => {
  const { world } = await campaigned();
  const before = await clocksOn(world, "2027-06-01");
  expect(await refreshDeadlinesOf(world.organizationId, noon("2027-03-24"))).toBe(false);
  expect(await clocksOn(world, "2027-06-01")).toEqual(before);
});

test("what was published elsewhere is marked by hand and the next clock starts from there", async () => {
  const { world, officer } = await campaigned({ startsOn: ago(23) });
  const [first] = (await listDeadlines(officer)).filter((row) => row.rule === "emergency_receipts_5_days");
  const mark = (satisfiedOn: string) =>
    satisfyDeadline(
      officer,
      uuidv7(),
      SatisfyDeadline.parse({ deadlineId: first!.id, satisfiedOn, note: "已在慈善中国公布" }),
    );
  expect(await refusalCode(mark(ago(24)))).toBe("invalid");
  expect(await refusalCode(mark("2099-01-01"))).toBe("invalid");
  await mark(ago(19));
  const rows = (await listDeadlines(officer)).filter((row) => row.rule === "emergency_receipts_5_days");
  expect(rows.map(({ startsOn, dueOn, satisfiedNote }) => [startsOn, dueOn, satisfiedNote])).toEqual([
    [ago(19), ago(14), null],
    [ago(23), ago(18), "已在慈善中国公布"],
  ]);
  await refreshDeadlinesOf(world.organizationId);
  expect((await listDeadlines(officer)).find((row) => row.id === first!.id)).toMatchObject({
    satisfiedOn: ago(19),
    satisfiedNote: "已在慈善中国公布",
  });
});

test("an ended campaign asks for its full report, a pledge for its day, the year for its report", async () => {
  const { world, officer, campaignId } = await campaigned({ startsOn: "2025-03-01", emergency: false });
  await endCampaign(officer, uuidv7(), { campaignId, endsOn: "2026-06-30", surplus: false });
  await recordPledge(
    officer,
    uuidv7(),
    RecordPledge.parse({
      kind: "money",
      donor: "某公司",
      amount: "100",
      pledgedOn: "2026-05-01",
      dueOn: "2026-08-01",
    }),
  );
  const rules = (await clocksOn(world, "2027-01-10")).map(([rule, startsOn, dueOn]) => [
    rule,
    startsOn,
    dueOn,
  ]);
  expect(rules).toEqual(
    expect.arrayContaining([
      ["campaign_end_3_months", "2026-06-30", "2026-09-30"],
      ["campaign_every_3_months", "2025-03-01", "2025-06-03"],
      ["pledge_due", "2026-08-01", "2026-08-01"],
      ["annual_report_31_may", "2025-12-31", "2026-05-31"],
      ["annual_report_31_may", "2026-12-31", "2027-05-31"],
    ]),
  );
});

test("moving a campaign's first day leaves no clock of the old one behind", async () => {
  const { world, officer, campaignId } = await campaigned();
  await clocksOn(world, "2027-03-26");
  await editCampaign(officer, uuidv7(), {
    campaignId,
    name: "专项募捐",
    startsOn: "2027-03-25",
    emergency: true,
    emergencyEndsOn: null,
  });
  const starts = (await clocksOn(world, "2027-03-27")).map(([, startsOn]) => startsOn);
  expect(new Set(starts)).toEqual(new Set(["2027-03-25"]));
});

test("two refreshes at once leave one of each", async () => {
  const { world } = await campaigned();
  await Promise.all(
    Array.from({ length: 5 }, () => refreshDeadlinesOf(world.organizationId, noon("2027-04-01"))),
  );
  const rows = await listDeadlines(world.actors.auditor, "2027-04-01");
  expect(new Set(rows.map(({ rule, startsOn }) => `${rule} ${startsOn}`)).size).toBe(rows.length);
});

test("another organization neither sees nor moves it", async () => {
  const { campaignId } = await campaigned();
  const other = await makeWorld();
  expect(await listDeadlines(other.actors.fund_officer)).toEqual([]);
  const end = endCampaign(other.actors.fund_officer, uuidv7(), {
    campaignId,
    endsOn: "2027-04-01",
    surplus: false,
  });
  expect(await refusalCode(end)).toBe("not_found");
});

test("an emergency stage that ends before it starts is refused", async () => {
  expect(await refusalCode(campaigned({ emergencyEndsOn: "2027-01-01" }))).toBe("invalid");
});
