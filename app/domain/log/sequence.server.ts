import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, type Tx } from "#db";
import { append, type NewLeaf } from "./append.server.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { type CheckpointCopy, readCopies, writeCopies } from "./checkpoint-copies.server.ts";
import { describeEntries } from "./describe-entries.server.ts";
import { leafOfEntry, partsOf } from "./entry-leaf.ts";
import type { Log } from "./identity.server.ts";
import { readJournal } from "./journal.server.ts";
import { lastCheckpoint, refuseInconsistent, type SignedCheckpoint } from "./last-checkpoint.server.ts";
import { leafSources } from "./leaf-sources.server.ts";
import { type Horizon, hasSettled, observeHorizon, openWriters } from "./writers.server.ts";

const BATCH = 5000;

/**
 * Brings what was committed into a log, batch by batch, each a transaction with a checkpoint of its own. `run` answers
 * how many leaves it added: 0 as well when another process is at it. Nobody who writes to the journal waits for it.
 *
 * Throws LogRefusal rather than sign what does not follow from the last checkpoint.
 */
export function createSequencer(log: Log, batch = BATCH): { run(): Promise<number> } {
  let horizon: Horizon | undefined;

  /** How far down late commits are still looked for. A low seq may commit after a high one was logged. */
  async function settledSeq(tx: Tx, mark: bigint): Promise<bigint> {
    horizon ??= await observeHorizon(tx);
    if (!hasSettled(horizon, await openWriters(tx))) return mark;
    const { seq } = horizon;
    horizon = undefined;
    return seq;
  }

  async function addBatch(tx: Tx, copies: readonly CheckpointCopy[]): Promise<Added> {
    const last = await lastCheckpoint(tx);
    const mark = await readMark(tx);
    const settled = await settledSeq(tx, mark);
    const { leaves, lastSeq } = await nextLeaves(tx, mark, batch);
    await writeMark(tx, mark, lastSeq === null || settled < lastSeq ? settled : lastSeq);
    await refuseInconsistent(tx, last, copies);
    if (leaves.length === 0) return { leaves: 0, last };
    const { size, root } = await append(tx, last?.size ?? 0, leaves);
    const note = signCheckpoint(log.signer, { size, root });
    await tx.execute(sql`
      insert into log_checkpoints (size, root, note) values (${size}, decode(${root.toString("hex")}, 'hex'), ${note})`);
    return { leaves: leaves.length, last: { origin: log.signer.name, size, root, note } };
  }

  async function runBatch(): Promise<number> {
    const copies = await readCopies(log.copies);
    const added = await db.transaction(async (tx) => ((await isMine(tx)) ? addBatch(tx, copies) : undefined));
    if (added?.last && added.last.size > smallest(copies, log))
      await writeCopies(log.copies, added.last.note);
    return added?.leaves ?? 0;
  }

  return {
    async run() {
      let total = 0;
      for (let added = await runBatch(); added > 0; added = await runBatch()) total += added;
      return total;
    },
  };
}

interface Added {
  leaves: number;
  last: SignedCheckpoint | undefined;
}

async function isMine(tx: Tx): Promise<boolean> {
  const [lock] = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('log/sequencer', 0)) as mine`,
  );
  return lock?.mine ?? false;
}

/** The size up to which every folder has a copy. */
const smallest = (copies: readonly CheckpointCopy[], { copies: folders }: Log): number =>
  copies.length < folders.length ? 0 : Math.min(...copies.map(({ checkpoint }) => checkpoint.size));

async function readMark(tx: Tx): Promise<bigint> {
  const [progress] = await tx.execute<{ seq: string }>(sql`select seq from log_progress`);
  return BigInt(progress?.seq ?? 0);
}

async function writeMark(tx: Tx, mark: bigint, seq: bigint): Promise<void> {
  if (seq <= mark) return;
  await tx.execute(sql`
    insert into log_progress (seq) values (${`${seq}`}::bigint) on conflict (one) do update set seq = excluded.seq`);
}

/** `lastSeq` is where a full batch of entries ends; null when there are no more. */
async function nextLeaves(tx: Tx, mark: bigint, limit: number) {
  const entries = await readJournal(
    tx,
    sql`e.seq > ${`${mark}`}::bigint
        and not exists (select from log_leaves l where l.kind = 'entry' and l.subject_id = e.id)`,
    limit,
  );
  const facts = await describeEntries(tx, entries);
  const leaves = entries.flatMap((entry) =>
    Array.from({ length: partsOf(entry) }, (_, i): NewLeaf => ({
      kind: "entry",
      // Every leaf needs a subject of its own; what a further part belongs to stands in it.
      subjectId: i === 0 ? entry.id : uuidv7(),
      leaf: leafOfEntry(entry, i + 1, facts(entry)),
    })),
  );
  if (entries.length === limit) return { leaves, lastSeq: BigInt(entries.at(-1)!.seq) };
  for (const next of Object.values(leafSources)) leaves.push(...(await next(tx, limit)));
  return { leaves, lastSeq: null };
}
