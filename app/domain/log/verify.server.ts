import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { AccountKind, LeafKind } from "#db/vocabulary";
import { deriveLeaf, differences, type Known, type StoredEntryLeaf } from "./compare-entry.server.ts";
import { readJournal } from "./journal.server.ts";
import { lastCheckpoint } from "./last-checkpoint.server.ts";
import { findSalts, logSubject } from "./salts.server.ts";
import { createTreeCheck } from "./tree-check.ts";
import { TILE_WIDTH } from "./tile.ts";
import { leafHash } from "./tree.ts";

/** Something that is not as it was logged. `entryId` is set where it is about one entry, `index` where about one leaf. */
export interface LogFinding {
  what:
    | "leaf_missing"
    | "leaf_changed"
    | "tile_changed"
    | "root_differs"
    | "entry_changed"
    | "entry_missing"
    | "entry_not_logged"
    | "entry_without_posting"
    | "posting_without_entry";
  index: number | null;
  entryId: string | null;
  /** Where the two differ: "postings.0.amount". */
  fields: string[];
}

export interface LogVerification {
  leaves: number;
  /** Entries that were committed since the log was last brought up to date. */
  waiting: number;
  findings: LogFinding[];
}

const CHUNK = 5000;

interface LeafRow extends Record<string, unknown> {
  index: string;
  kind: LeafKind;
  leaf: Buffer;
  hash: Buffer;
}

/**
 * Compares the journal with the log, row by row and leaf by leaf, and the log with the checkpoint last signed. An empty
 * list of findings means that every entry is what was logged, and that nothing logged is gone.
 */
export async function verifyLog(reader: Reader): Promise<LogVerification> {
  const findings: LogFinding[] = [];
  const tree = createTreeCheck();
  let expected = 0;
  for (let rows = await leavesFrom(reader, 0); rows.length > 0; rows = await leavesFrom(reader, expected)) {
    for (const { index, leaf, hash } of rows) {
      for (; expected < Number(index); expected += 1) {
        findings.push(finding("leaf_missing", { index: expected }));
        tree.add(Buffer.alloc(hash.length));
      }
      if (!leafHash(leaf).equals(hash))
        findings.push(finding("leaf_changed", { index: expected, ...named(leaf) }));
      tree.add(leafHash(leaf));
      expected += 1;
    }
    findings.push(
      ...(await compareEntries(
        reader,
        rows.filter(({ kind }) => kind === "entry"),
      )),
    );
  }
  findings.push(...(await compareTiles(reader, tree)), ...(await compareRoot(reader, tree)));
  findings.push(...(await strayRows(reader)));
  const [{ waiting } = { waiting: 0 }] = await reader.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from entries e where e.seq > ${mark} and ${notLogged}`);
  return { leaves: expected, waiting, findings };
}

const mark = sql`coalesce((select seq from log_progress), 0)`;
const notLogged = sql`not exists (select from log_leaves where kind = 'entry' and subject_id = e.id)`;

const finding = (what: LogFinding["what"], about: Partial<LogFinding>): LogFinding => ({
  what,
  index: null,
  entryId: null,
  fields: [],
  ...about,
});

async function leavesFrom(reader: Reader, first: number): Promise<LeafRow[]> {
  const rows = await reader.execute<LeafRow>(sql`
    select index, kind, leaf, hash from log_leaves where index >= ${first} order by index limit ${CHUNK}`);
  return [...rows];
}

async function compareEntries(reader: Reader, rows: readonly LeafRow[]): Promise<LogFinding[]> {
  const stored = rows.map((row) => ({ row, leaf: parse(row.leaf) }));
  const ids = [...new Set(stored.flatMap(({ leaf }) => (leaf ? [leaf.id] : [])))];
  const isNamed = sql`e.id::text in (select unnest(${sql.param(ids)}::text[]))`;
  const entries = new Map((await readJournal(reader, isNamed, ids.length)).map((entry) => [entry.id, entry]));
  const known = await readKnown(reader, ids);
  return stored.flatMap(({ row, leaf }) => {
    const entry = leaf && entries.get(leaf.id);
    const about = { index: Number(row.index), entryId: leaf?.id ?? null };
    if (!leaf) return [finding("leaf_changed", about)];
    if (!entry) return [finding("entry_missing", about)];
    const derived = deriveLeaf(entry, leaf, known);
    if (derived.equals(row.leaf)) return [];
    const fields = differences(leaf, JSON.parse(derived.toString()));
    return [finding("entry_changed", { ...about, fields })];
  });
}

function parse(leaf: Buffer): StoredEntryLeaf | undefined {
  try {
    const value = JSON.parse(leaf.toString());
    return typeof value?.id === "string" && Number.isInteger(value.part) ? value : undefined;
  } catch {
    return undefined;
  }
}

const named = (leaf: Buffer) => ({ entryId: parse(leaf)?.id ?? null });

async function readKnown(reader: Reader, ids: readonly string[]): Promise<Known> {
  const subjects = ids.map((id) => ({ kind: "entry" as const, id }));
  const salts = await findSalts(reader, [logSubject, ...subjects.filter(({ id }) => UUID.test(id))]);
  const rows = await reader.execute<{ id: string; kind: AccountKind }>(sql`
    select a.id::text as id, a.kind from accounts a where a.id in (
      select unnest(array[p.from_account, p.to_account]) from postings p
      where p.entry_id::text in (select unnest(${sql.param([...ids])}::text[])))`);
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  return { salts, kindOf: (account) => kinds.get(account) };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every full tile is stored as the leaves make it, and no other is. */
async function compareTiles(reader: Reader, tree: ReturnType<typeof createTreeCheck>): Promise<LogFinding[]> {
  const rows = await reader.execute<{ level: number; n: string; hashes: Buffer }>(
    sql`select level, n, hashes from log_tiles order by level, n`,
  );
  const wrong = new Set(tree.fullTiles.keys());
  for (const { level, n, hashes } of rows) {
    if (tree.fullTiles.get(`${level}/${n}`)?.equals(hashes)) wrong.delete(`${level}/${n}`);
    else wrong.add(`${level}/${n}`);
  }
  return [...wrong].map((tile) => {
    const [level, n] = tile.split("/").map(Number);
    return finding("tile_changed", { index: n! * TILE_WIDTH ** (level! + 1), fields: [`tile/${tile}`] });
  });
}

async function compareRoot(reader: Reader, tree: ReturnType<typeof createTreeCheck>): Promise<LogFinding[]> {
  const last = await lastCheckpoint(reader);
  const size = last?.size ?? 0;
  if (size === tree.size && (!last || last.root.equals(await tree.root()))) return [];
  return [finding("root_differs", { fields: [`signed ${size}`, `found ${tree.size}`] })];
}

/** Rows of the journal that no leaf speaks of. */
async function strayRows(reader: Reader): Promise<LogFinding[]> {
  const rows = await reader.execute<{ what: LogFinding["what"]; entryId: string }>(sql`
    select 'entry_not_logged' as what, e.id as "entryId" from entries e where e.seq <= ${mark} and ${notLogged}
    union all
    select 'entry_without_posting', e.id from entries e where not exists (select from postings where entry_id = e.id)
    union all
    select distinct 'posting_without_entry', p.entry_id from postings p
    where not exists (select from entries where id = p.entry_id)`);
  return rows.map(({ what, entryId }) => finding(what, { entryId }));
}
