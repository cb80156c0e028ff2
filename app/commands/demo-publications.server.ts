import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "#db";
import type { OperatorActor, UserActor } from "#app/domain/actor.ts";
import { receiveMoney } from "#app/domain/gifts/receive-money.server.ts";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { sessionActor } from "#app/domain/people/session-actor.server.ts";
import { openSession } from "#app/domain/people/session.server.ts";
import { correctReport } from "#app/domain/publications/correct.server.ts";
import { listPublications } from "#app/domain/publications/get.server.ts";
import { publishReport } from "#app/domain/publications/publish.server.ts";
import { PublishReport } from "#app/domain/publications/schema.ts";
import { demoEmail } from "./demo-words.ts";

/** The two halves of spring 2022 as published reports, the second with a mistake that was found and corrected. */
export async function publishDemoReports({ organizationId }: OperatorActor): Promise<void> {
  if ((await listPublications(organizationId)).length > 0) return;
  const officer = await theOfficer();
  const campaignId = await theCampaign(organizationId);
  const publish = (periodFrom: string, periodTo: string) =>
    publishReport(officer, uuidv7(), PublishReport.parse({ periodFrom, periodTo, campaignId }));
  await publish("2022-03-14", "2022-04-15");
  const twice = ReceiveMoney.parse({
    donor: null,
    amount: "10600",
    receivedOn: "2022-05-08",
    receiptNumber: null,
  });
  const gift = await receiveMoney(officer, uuidv7(), twice);
  const second = await publish("2022-04-16", "2022-06-30");
  const reason = "同一笔捐款录了两遍";
  await reverseEntry(officer, uuidv7(), { entryId: gift.entryId, reason });
  const correction =
    "5月8日一笔 10,600.00 元的捐款录了两遍，多计一遍，已冲回。发现人：对账的志愿者。第 1 版保留可查。";
  await correctReport(officer, uuidv7(), { publicationId: second.id, correction });
}

async function theOfficer(): Promise<UserActor> {
  const [row] = await db.execute<{ user: string; organization: string }>(sql`
    select u.id as "user", g.organization_id as organization from users u join grants g on g.user_id = u.id
    where u.email = ${demoEmail("fund_officer")}`);
  const secret =
    row && (await openSession(row.user, row.organization, { address: "127.0.0.1", device: null }));
  const officer = secret ? await sessionActor(secret) : null;
  if (!officer) throw new Error("the demo has no fund officer");
  return officer;
}

async function theCampaign(organizationId: string): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    select id from campaigns where organization_id = ${organizationId} and kind = 'campaign' order by starts_on limit 1`);
  return row?.id ?? null;
}
