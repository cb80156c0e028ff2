import { and, eq, inArray, sql } from "drizzle-orm";
import { campaigns, organizations, publicationFiles, publications, responses, type Tx } from "#db";
import { settings } from "#app/settings.server.ts";
import type { UserActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import type { SignedCheckpoint } from "../log/last-checkpoint.server.ts";
import { publicationPath } from "./address.ts";
import { type Figures, figuresText } from "./figures.ts";
import { makePublication, type Progress } from "./make.server.ts";

export interface NewEdition {
  id: string;
  issue: number;
  version: number;
  periodFrom: string;
  periodTo: string;
  campaignId: string | null;
  correction: string | null;
  corrects: string | null;
}

/** Makes an edition's files at a checkpoint, keeps them, and writes it down. */
export async function writeEdition(
  tx: Tx,
  actor: UserActor,
  edition: NewEdition,
  checkpoint: SignedCheckpoint,
  tell?: Progress,
): Promise<void> {
  const now = new Date();
  const { organizationId, responseId } = actor;
  const named = await nameAll(tx, actor, edition.campaignId, now);
  const logSize = BigInt(checkpoint.size);
  const { issue, version } = edition;
  const path = publicationPath({ organization: named.organization.uscc ?? organizationId, issue, version });
  const printed = {
    ...edition,
    logSize,
    checkpoint: checkpoint.note,
    publishedAt: now,
    url: settings().publicUrl + path,
  };
  const { figures, files } = await makePublication(
    printed,
    named,
    { organizations: actor.reach, logSize },
    tell,
  );
  await tx.insert(publications).values({
    ...edition,
    organizationId,
    responseId,
    logSize,
    checkpoint: checkpoint.note,
    figures: sql`${figuresText(figures)}::jsonb`,
    preparedBy: actor.userId,
    publishedBy: actor.userId,
    publishedAt: now,
  });
  await tx.insert(publicationFiles).values(files.map((file) => ({ ...file, publicationId: edition.id })));
}

async function nameAll(
  tx: Tx,
  { organizationId, reach, name }: UserActor,
  campaignId: string | null,
  now: Date,
): Promise<Pick<Figures, "organization" | "response" | "campaign" | "preparedBy" | "asOf">> {
  const [found] = await tx
    .select({ organization: organizations, response: responses })
    .from(organizations)
    .innerJoin(responses, eq(responses.id, organizations.responseId))
    .where(eq(organizations.id, organizationId));
  if (!found) return notFound("organization");
  const [campaign] = campaignId
    ? await tx
        .select({ name: campaigns.name, filingNumber: campaigns.filingNumber })
        .from(campaigns)
        .where(and(eq(campaigns.id, campaignId), inArray(campaigns.organizationId, [...reach])))
    : [];
  if (campaignId && !campaign) return notFound("campaign");
  const { uscc, hotline } = found.organization;
  return {
    organization: { name: found.organization.name, uscc, hotline },
    response: { name: found.response.name, nameEn: found.response.nameEn },
    campaign: campaign ?? null,
    preparedBy: name,
    asOf: now.toISOString(),
  };
}
