import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import { compareFigures, type Compared, Figures } from "./figures.ts";
import { fingerprintOf } from "./head.ts";

/** A published report as anybody may read it. */
export interface Publication extends Listed {
  figures: Figures;
  /** The signed checkpoint that it is a cut at, and its root as people read it out. */
  checkpoint: string;
  fingerprint: string;
  files: { name: string; bytes: number; sha256: string }[];
  /** Every version of this issue, the first one first. */
  versions: { id: string; version: number; publishedAt: Date; correction: string | null }[];
  /** What a correction changed against the version before it; null for a first version. */
  changes: Compared[] | null;
}

interface Listed {
  id: string;
  /** The organization's credit code, or its id. */
  code: string;
  organization: string;
  issue: number;
  version: number;
  latest: number;
  periodFrom: string;
  periodTo: string;
  logSize: bigint;
  correction: string | null;
  publishedAt: Date;
}

export type PublicationRow = Omit<Listed, "correction">;

/** The latest version of an issue, or the one asked for. Not found reads as such. */
export async function getPublication(
  code: string,
  issue: number | undefined,
  version?: number,
): Promise<Publication> {
  if (issue === undefined) return notFound("publication");
  return read(sql`${code}::text in (o.uscc, o.id::text) and p.issue = ${issue}
    and p.version = ${version === undefined ? sql`latest.version` : sql`${version}`}`);
}

/** By its id, for whoever may correct it: out of reach reads as not found, though anybody may read it where it is public. */
export const getDeskPublication = (actor: MemberActor, id: string): Promise<Publication> =>
  read(sql`p.id = ${id}::uuid and ${withinReach(actor, sql`p.organization_id`)}`);

async function read(where: SQL): Promise<Publication> {
  const [row] = await db.execute<Row & { figures: unknown; checkpoint: string }>(sql`
    select p.figures, p.checkpoint, ${listed} where ${where}`);
  if (!row) return notFound("publication");
  const { figures, checkpoint, ...facts } = row;
  const [files, versions] = await Promise.all([filesOf(row.id), versionsOf(row)]);
  const parsed = Figures.parse(figures);
  const before = versions.find(({ version }) => version === row.version - 1);
  return {
    ...toListed(facts),
    figures: parsed,
    checkpoint,
    fingerprint: fingerprintOf(checkpoint),
    files,
    versions: versions.map(({ figures: _, ...version }) => version),
    changes: before ? compareFigures(Figures.parse(before.figures), parsed) : null,
  };
}

/** The latest version of each issue, the newest first; of one organization when it is named by id. */
export async function listPublications(organizationId?: string): Promise<PublicationRow[]> {
  const rows = await db.execute<Row>(sql`
    select ${listed}
    where p.version = latest.version and ${organizationId ? sql`p.organization_id = ${organizationId}::uuid` : sql`true`}
    order by p.published_at desc, p.id limit 500`);
  return rows.map(toListed);
}

const listed = sql`
  p.id, coalesce(o.uscc, o.id::text) as code, o.name as organization, p.issue, p.version, latest.version as latest,
  p.period_from::text as "periodFrom", p.period_to::text as "periodTo", p.log_size::text as "logSize", p.correction,
  (extract(epoch from p.published_at) * 1000)::float8 as published
  from publications p
  join organizations o on o.id = p.organization_id
  cross join lateral (
    select max(version) as version from publications
    where organization_id = p.organization_id and response_id = p.response_id and issue = p.issue
  ) latest`;

type Row = Omit<Listed, "publishedAt" | "logSize"> & { logSize: string; published: number };

const toListed = ({ published, logSize, ...facts }: Row): Listed => ({
  ...facts,
  logSize: BigInt(logSize),
  publishedAt: new Date(published),
});

async function filesOf(id: string) {
  return [
    ...(await db.execute<{ name: string; bytes: number; sha256: string }>(sql`
      select name, bytes, encode(sha256, 'hex') as sha256 from publication_files
      where publication_id = ${id}::uuid order by name`)),
  ];
}

async function versionsOf({ id }: { id: string }) {
  const rows = await db.execute<{
    id: string;
    version: number;
    published: number;
    correction: string | null;
    figures: unknown;
  }>(sql`
    select v.id, v.version, (extract(epoch from v.published_at) * 1000)::float8 as published, v.correction, v.figures
    from publications p
    join publications v on v.organization_id = p.organization_id and v.response_id = p.response_id and v.issue = p.issue
    where p.id = ${id}::uuid order by v.version`);
  return rows.map(({ published, ...row }) => ({ ...row, publishedAt: new Date(published) }));
}
