import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, onTestFinished } from "vitest";
import { db, entries, postings, type Reader, type Tx } from "#db";
import { sql } from "drizzle-orm";
import { insertRows } from "#app/domain/insert-rows.server.ts";
import type { JournalPosting } from "#app/domain/log/entry-leaf.ts";
import type { Log } from "#app/domain/log/identity.server.ts";
import { createSigner } from "#app/domain/log/note.ts";
import { connect } from "../../db/connect.server.ts";
import { testOwnerUrl } from "./database.ts";
import { giveMoney } from "./gifts.ts";
import { makeWorld, type World } from "./world.ts";

/** A log with a key and a folder of its own. */
export function makeLog(): Log & { folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "jieli-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { ...makeLogIn(folder), folder };
}

export const makeLogIn = (folder: string): Log => ({
  signer: createSigner("jieli.test/log", randomBytes(32)),
  copies: [folder],
});

let owner: ReturnType<typeof connect> | undefined;
afterAll(async () => {
  await owner?.sql.end();
});

/** As the tables' owner, with every trigger off: what no application can do, and whoever has the server can. */
export async function asOwner<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  owner ??= connect(testOwnerUrl(), { max: 1 });
  return owner.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    return work(tx);
  });
}

/** The same, taken back again when the work is done. */
export async function asOwnerTakenBack<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  class TakenBack extends Error {}
  let result: { value: Result } | undefined;
  const tampering = asOwner(async (tx) => {
    result = { value: await work(tx) };
    throw new TakenBack();
  });
  await tampering.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return result!.value;
}

/** An empty log again, for a test of its own. */
export const emptyLog = () =>
  asOwner((tx) =>
    tx.execute(
      sql`truncate log_leaves, log_tiles, log_checkpoints, log_cosignatures, log_progress, log_salts`,
    ),
  );

/** The journal as it began: its first entry alone. */
export const emptyJournal = () =>
  asOwner(async (tx) => {
    await tx.execute(sql`delete from entries where seq > (select min(seq) from entries)`);
    await tx.execute(sql`delete from postings where entry_id not in (select id from entries)`);
  });

/** A world with one gift of money in it, whose ends can be used for more. */
export async function makeMoneyWorld(): Promise<World & { ends: Pick<JournalPosting, "from" | "to"> }> {
  const world = await makeWorld();
  const { entryId } = await giveMoney(world);
  const [ends] = await db.execute<{ from: string; to: string }>(
    sql`select from_account::text as "from", to_account::text as "to" from postings where entry_id = ${entryId}`,
  );
  return { ...world, ends: ends! };
}

/** Entries of one fen each, straight into the journal, so that a test can hold their transaction open. Answers their ids. */
export async function insertEntries(
  reader: Reader,
  { organizationId, responseId, ends }: Awaited<ReturnType<typeof makeMoneyWorld>>,
  count: number,
  postingsEach = 1,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  const rows = ids.map((id) => ({
    id,
    kind: "gift.receive-money" as const,
    organizationId,
    responseId,
    occurredAt: new Date(),
    occurredOn: "2022-04-01",
    actorKind: "system",
    documentKind: "gift" as const,
    documentId: uuidv7(),
  }));
  const legs = ids.flatMap((entryId) =>
    Array.from({ length: postingsEach }, (_, i) => ({
      entryId,
      n: i + 1,
      fromAccount: BigInt(ends.from),
      toAccount: BigInt(ends.to),
      assetId: 1n,
      amount: 1n,
      valueFen: 1n,
    })),
  );
  await reader.transaction(async (tx) => {
    await insertRows(tx, entries, rows);
    await insertRows(tx, postings, legs);
  });
  return ids;
}

/** A promise, and what resolves it. */
export function gate<Value = void>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((resolved) => (resolve = resolved));
  return { promise, resolve };
}

export interface LeafInTable extends Record<string, unknown> {
  index: number;
  kind: string;
  subjectId: string;
  text: string;
}

/** Every leaf of the log, in order. */
export async function allLeaves(): Promise<LeafInTable[]> {
  const rows = await db.execute<LeafInTable>(sql`
    select index::int as index, kind, subject_id as "subjectId", convert_from(leaf, 'UTF8') as text
    from log_leaves order by index`);
  return [...rows];
}
