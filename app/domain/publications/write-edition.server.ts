import { and, eq, inArray, sql } from "drizzle-orm";
import {
  campaigns,
  organizations,
  publicationFiles,
  publications,
  responses,
  type Reader,
  type Tx,
} from "#db";
import { settings } from "#app/settings.server.ts";
import type { UserActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import type { SignedCheckpoint } from "../log/last-checkpoint.server.ts";
import { publicationPath } from "./address.ts";
import { figuresText, type Named } from "./figures.ts";
import { keepFiles, type Made, makePublication, type Progress } from "./make.server.ts";

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
  const publishedAt = new Date();
  const { figures, files } = await makeEdition(tx, actor, edition, checkpoint, publishedAt, tell);
  const { organizationId, responseId, userId } = actor;
  await tx.insert(publications).values({
    ...edition,
    organizationId,
    responseId,
    logSize: BigInt(checkpoint.size),
    checkpoint: checkpoint.note,
    figures: sql`${figuresText(figures)}::jsonb`,
    preparedBy: userId,
    publishedBy: userId,
    publishedAt,
  });
  const kept = await keepFiles(files);
  await tx.insert(publicationFiles).values(kept.map((file) => ({ ...file, publicationId: edition.id })));
}

/** An edition's figures and files as they would be published at a moment; nothing is kept. */
export async function makeEdition(
  reader: Reader,
  actor: UserActor,
  edition: Omit<NewEdition, "id" | "corrects">,
  checkpoint: SignedCheckpoint,
  publishedAt: Date,
  tell?: Progress,
): Promise<Made> {
  const named = await nameAll(reader, actor, edition.campaignId, publishedAt);
  const logSize = BigInt(checkpoint.size);
  const { issue, version } = edition;
  const organization = named.organization.uscc ?? actor.organizationId;
  const url = settings().publicUrl + publicationPath({ organization, issue, version });
  const printed = { ...edition, logSize, checkpoint: checkpoint.note, publishedAt, url };
  return makePublication(printed, named, { organizations: actor.reach, logSize }, tell);
}

async function nameAll(
  reader: Reader,
  { organizationId, reach, name }: UserActor,
  campaignId: string | null,
  now: Date,
): Promise<Named> {
  const [found] = await reader
    .select({ organization: organizations, response: responses })
    .from(organizations)
    .innerJoin(responses, eq(responses.id, organizations.responseId))
    .where(eq(organizations.id, organizationId));
  if (!found) return notFound("organization");
  const [campaign] = campaignId
    ? await reader
        .select({ name: campaigns.name, filingNumber: campaigns.filingNumber })
        .from(campaigns)
        .where(and(eq(campaigns.id, campaignId), inArray(campaigns.organizationId, [...reach])))
    : [];
  if (campaignId && !campaign) return notFound("campaign");
  const { uscc, hotline } = found.organization;
  return {
    organization: { name: found.organization.name, uscc, hotline },
    response: { name: found.response.name, nameEn: found.response.nameEn },
    books: [...reach],
    campaign: campaign ?? null,
    preparedBy: name,
    asOf: now.toISOString(),
  };
}
