import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { LeafKind } from "#db/vocabulary";
import type { NewLeaf } from "./append.server.ts";
import { leafBytes } from "./canonical-leaf.ts";
import { commit } from "./commitment.ts";
import { findOrMakeSalts } from "./salts.server.ts";

/** What the log speaks of beside the journal, by kind: each finds what was committed and is not in the log yet. */
export const leafSources: Partial<Record<LeafKind, (tx: Tx, limit: number) => Promise<NewLeaf[]>>> = {
  publication: newPublications,
  destruction: newDestructions,
};

const VERSION = 1;

/** A published report, as its table keeps it; `figures` is their JSON as text. */
export interface PublicationRow extends Record<string, unknown> {
  id: string;
  organizationId: string;
  organization: string;
  responseId: string;
  response: string;
  issue: number;
  version: number;
  periodFrom: string;
  periodTo: string;
  logSize: string;
  checkpoint: string;
  figures: string;
  correction: string | null;
  corrects: string | null;
  publishedAt: string;
  files: { name: string; bytes: number; sha256: string }[];
}

/** What was published: the log's size it was made at, and the SHA-256 of its figures and of each file. */
export const leafOfPublication = (row: PublicationRow, salt: Buffer): Buffer =>
  leafBytes({
    v: VERSION,
    type: "publication",
    id: row.id,
    organization: { id: row.organizationId, name: row.organization },
    response: { id: row.responseId, name: row.response },
    issue: row.issue,
    version: row.version,
    periodFrom: row.periodFrom,
    periodTo: row.periodTo,
    logSize: row.logSize,
    checkpointSha256: sha256(row.checkpoint),
    figuresSha256: sha256(row.figures),
    files: row.files,
    corrects: row.corrects,
    correctionCommitment: row.correction === null ? null : commit(salt, row.id, "correction", row.correction),
    publishedAt: row.publishedAt,
  });

async function newPublications(tx: Tx, limit: number): Promise<NewLeaf[]> {
  const rows = await tx.execute<PublicationRow>(sql`
    select p.id, p.organization_id as "organizationId", o.name as organization, p.response_id as "responseId",
           r.name as response, p.issue, p.version, p.period_from::text as "periodFrom", p.period_to::text as "periodTo",
           p.log_size::text as "logSize", p.checkpoint, p.figures::text as figures, p.correction, p.corrects,
           ${utc(sql`p.published_at`)} as "publishedAt",
           coalesce((select json_agg(json_build_object('name', f.name, 'bytes', f.bytes, 'sha256', encode(f.sha256, 'hex'))
                                     order by f.name)
                     from publication_files f where f.publication_id = p.id), '[]'::json) as files
    from publications p join organizations o on o.id = p.organization_id join responses r on r.id = p.response_id
    where ${notLogged("publication", sql`p.id`)} order by p.published_at, p.id limit ${limit}`);
  const salts = await findOrMakeSalts(tx, corrected(rows));
  return rows.map((row) => {
    const salt = salts.find({ kind: "publication", id: row.id }) ?? Buffer.alloc(0);
    return { kind: "publication", subjectId: row.id, leaf: leafOfPublication(row, salt) };
  });
}

const corrected = (rows: readonly PublicationRow[]) =>
  rows
    .filter(({ correction }) => correction !== null)
    .map(({ id }) => ({ kind: "publication" as const, id }));

/** Personal data that was destroyed, as its table keeps it. */
export interface DestructionRow extends Record<string, unknown> {
  id: string;
  number: string;
  organizationId: string;
  organization: string;
  responseId: string;
  response: string;
  counts: Record<string, number>;
  reason: string;
  destroyedAt: string;
}

/** That personal data was destroyed: how much of what, when, by which body (突发事件应对法 art. 85). */
export const leafOfDestruction = (row: DestructionRow, salt: Buffer): Buffer =>
  leafBytes({
    v: VERSION,
    type: "destruction",
    id: row.id,
    number: row.number,
    organization: { id: row.organizationId, name: row.organization },
    response: { id: row.responseId, name: row.response },
    counts: Object.fromEntries(Object.entries(row.counts).map(([what, count]) => [what, `${count}`])),
    reasonCommitment: commit(salt, row.id, "reason", row.reason),
    destroyedAt: row.destroyedAt,
  });

async function newDestructions(tx: Tx, limit: number): Promise<NewLeaf[]> {
  const rows = await tx.execute<DestructionRow>(sql`
    select d.id, d.number, d.organization_id as "organizationId", o.name as organization,
           d.response_id as "responseId", r.name as response, d.counts, d.reason,
           ${utc(sql`d.destroyed_at`)} as "destroyedAt"
    from destructions d join organizations o on o.id = d.organization_id join responses r on r.id = d.response_id
    where ${notLogged("destruction", sql`d.id`)} order by d.destroyed_at, d.id limit ${limit}`);
  const subject = ({ id }: DestructionRow) => ({ kind: "destruction" as const, id });
  const salts = await findOrMakeSalts(tx, rows.map(subject));
  return rows.map((row) => ({
    kind: "destruction",
    subjectId: row.id,
    leaf: leafOfDestruction(row, salts.of(subject(row))),
  }));
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const utc = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Of an id: that the log holds no leaf of this kind about it yet. */
export const notLogged = (kind: LeafKind, id: ReturnType<typeof sql>) =>
  sql`not exists (select from log_leaves where kind = ${kind} and subject_id = ${id})`;
