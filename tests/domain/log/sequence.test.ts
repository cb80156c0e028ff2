import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db, destructions, publicationFiles, publications } from "#db";
import { parseCheckpoint } from "#app/domain/log/checkpoint.ts";
import { lastCheckpoint } from "#app/domain/log/last-checkpoint.server.ts";
import { openNote } from "#app/domain/log/note.ts";
import { LogRefusal } from "#app/domain/log/refusal.ts";
import { createSequencer } from "#app/domain/log/sequence.server.ts";
import { verifyLog } from "#app/domain/log/verify.server.ts";
import { testAppUrl } from "#tests/support/database.ts";
import {
  allLeaves,
  asOwner,
  emptyJournal,
  emptyLog,
  gate,
  insertEntries,
  makeLog,
  makeMoneyWorld,
} from "#tests/support/log.ts";
import { connect } from "../../../db/connect.server.ts";

let world: Awaited<ReturnType<typeof makeMoneyWorld>>;
beforeAll(async () => {
  world = await makeMoneyWorld();
});
beforeEach(async () => {
  await emptyLog();
  await emptyJournal();
});

const loggedIds = async () => (await allLeaves()).map(({ subjectId }) => subjectId);

const journalIds = async () =>
  (await db.execute<{ id: string }>(sql`select id from entries order by seq`)).map(({ id }) => id);

async function mark(): Promise<bigint> {
  const [row] = await db.execute<{ seq: string }>(sql`select seq from log_progress`);
  return BigInt(row?.seq ?? 0);
}

const nothingFound = expect.objectContaining({ waiting: 0, findings: [] });

test("every entry is one leaf, in the journal's order, and the checkpoint is signed and kept outside too", async () => {
  await insertEntries(db, world, 300);
  const log = makeLog();
  expect(await createSequencer(log).run()).toBe((await journalIds()).length);
  expect(await loggedIds()).toEqual(await journalIds());
  const last = await lastCheckpoint(db);
  expect(openNote(last!.note, log.signer.verifierKey)).toContain(
    `jieli.test/log\n${(await journalIds()).length}\n`,
  );
  expect(readFileSync(join(log.folder, "checkpoint"), "utf8")).toBe(last!.note);
  expect(await verifyLog(db)).toEqual(nothingFound);
  expect(await createSequencer(log).run(), "nothing new").toBe(0);
});

test("batches smaller than a tile, of a tile and larger give the same root", async () => {
  await insertEntries(db, world, 600);
  const roots = new Set<string>();
  await createSequencer(makeLog()).run();
  const salts = await db.execute(sql`select * from log_salts`);
  roots.add((await lastCheckpoint(db))!.root.toString("hex"));
  for (const batch of [97, 256, 257]) {
    await asOwner((tx) =>
      tx.execute(sql`truncate log_leaves, log_tiles, log_checkpoints, log_cosignatures, log_progress`),
    );
    await createSequencer(makeLog(), batch).run();
    roots.add((await lastCheckpoint(db))!.root.toString("hex"));
    expect(await verifyLog(db)).toEqual(nothingFound);
  }
  expect(roots.size).toBe(1);
  expect(await db.execute(sql`select * from log_salts`)).toEqual(salts);
});

test("what was rolled back leaves gaps that nobody waits for", async () => {
  const sequencer = createSequencer(makeLog());
  for (let i = 0; i < 3; i += 1) {
    const lost = db.transaction(async (tx) => {
      await insertEntries(tx, world, 2);
      tx.rollback();
    });
    await expect(lost).rejects.toThrow();
    await insertEntries(db, world, 1);
    await sequencer.run();
  }
  const [last] = await db.execute<{ seq: string }>(sql`select max(seq) as seq from entries`);
  expect(await mark()).toBe(BigInt(last!.seq));
  expect(await loggedIds()).toEqual(await journalIds());
});

test("an entry with a lower seq that commits after a higher one was logged is not missed", async () => {
  const sequencer = createSequencer(makeLog());
  await sequencer.run();
  const before = await mark();
  const late = connect(testAppUrl(), { max: 1 });
  const written = gate<string[]>();
  const commit = gate<void>();
  const lateTransaction = late.db.transaction(async (tx) => {
    written.resolve(await insertEntries(tx, world, 1));
    await commit.promise;
  });
  const lateIds = await written.promise;
  const earlyIds = await insertEntries(db, world, 2);
  expect(await sequencer.run()).toBe(2);
  expect(await sequencer.run()).toBe(0);
  expect(await mark(), "the mark waits for it").toBe(before);
  commit.resolve();
  await lateTransaction;
  await late.sql.end();
  expect(await sequencer.run()).toBe(1);
  expect((await loggedIds()).slice(-3)).toEqual([...earlyIds, ...lateIds]);
  await sequencer.run();
  const [last] = await db.execute<{ seq: string }>(sql`select max(seq) as seq from entries`);
  expect(await mark()).toBe(BigInt(last!.seq));
  expect(await verifyLog(db)).toEqual(nothingFound);
});

test("writers that never pause do not hold the mark back", async () => {
  const sequencer = createSequencer(makeLog());
  await sequencer.run();
  const before = await mark();
  const pool = connect(testAppUrl(), { max: 2 });
  let ended: Promise<unknown> = Promise.resolve();
  for (let i = 0; i < 4; i += 1) {
    const hold = gate<void>();
    const started = gate<void>();
    const next = pool.db.transaction(async (tx) => {
      await insertEntries(tx, world, 1);
      started.resolve();
      await hold.promise;
    });
    await started.promise;
    await ended;
    await sequencer.run();
    hold.resolve();
    ended = next;
  }
  await ended;
  await pool.sql.end();
  expect(await mark()).toBeGreaterThan(before);
});

test("several sequencers at once log everything once", async () => {
  const log = makeLog();
  const sequencers = Array.from({ length: 4 }, () => createSequencer(log, 50));
  for (let i = 0; i < 5; i += 1) {
    await insertEntries(db, world, 120);
    await Promise.all(sequencers.map((sequencer) => sequencer.run()));
  }
  await sequencers[0]!.run();
  expect(await loggedIds()).toEqual(await journalIds());
  expect(await verifyLog(db)).toEqual(nothingFound);
});

test("after a crash between two batches the next process goes on where it ended", async () => {
  await insertEntries(db, world, 100);
  const log = makeLog();
  rmSync(log.folder, { recursive: true });
  writeFileSync(log.folder, "a disk that is not there");
  await expect(createSequencer(log, 30).run()).rejects.toThrow();
  rmSync(log.folder);
  mkdirSync(log.folder);
  await createSequencer(log, 30).run();
  expect(await loggedIds()).toEqual(await journalIds());
  const note = readFileSync(join(log.folder, "checkpoint"), "utf8");
  expect(parseCheckpoint(note)!.size).toBe((await journalIds()).length);
});

test("a crash before the commit leaves nothing behind", async () => {
  await insertEntries(db, world, 100);
  const log = makeLog();
  const { sign } = log.signer;
  log.signer.sign = () => {
    throw new Error("the power went out");
  };
  await expect(createSequencer(log).run()).rejects.toThrow("the power went out");
  expect(await loggedIds()).toEqual([]);
  log.signer.sign = sign;
  await createSequencer(log).run();
  expect(await loggedIds()).toEqual(await journalIds());
});

/** What an old backup does to the log's tables. */
const putBackAt = (size: number) =>
  asOwner(async (tx) => {
    await tx.execute(sql`delete from log_leaves where index >= ${size}`);
    await tx.execute(sql`delete from log_tiles where (n + 1) * 256 ^ (level + 1) > ${size}`);
    await tx.execute(sql`delete from log_checkpoints where size > ${size}`);
    await tx.execute(sql`delete from log_progress`);
  });

test("an old backup that was put back is not signed on from", async () => {
  const log = makeLog();
  const sequencer = createSequencer(log);
  const old = await sequencer.run();
  await insertEntries(db, world, 3);
  await sequencer.run();
  await putBackAt(old);
  await expect(sequencer.run()).rejects.toThrow(LogRefusal);
  await expect(sequencer.run()).rejects.toThrow(
    /checkpoint was signed at size \d+, the database holds \d+: an old backup/,
  );
  expect(await loggedIds()).toHaveLength(old);
});

test("another history is refused even when it has grown past the copy", async () => {
  const log = makeLog();
  const old = await createSequencer(log).run();
  await insertEntries(db, world, 3);
  await createSequencer(log).run();
  await putBackAt(old);
  await asOwner((tx) => tx.execute(sql`delete from log_salts`));
  await insertEntries(db, world, 10);
  await createSequencer({ ...log, copies: [] }).run();
  await expect(createSequencer(log).run()).rejects.toThrow(/is of another history/);
});

test.each([
  [
    "a leaf's hash",
    sql`update log_leaves set hash = sha256('x') where index = (select max(index) from log_leaves)`,
  ],
  ["the last leaf gone", sql`delete from log_leaves where index = (select max(index) from log_leaves)`],
  [
    "a leaf too many",
    sql`insert into log_leaves (index, kind, subject_id, leaf, hash)
     select max(index) + 1, 'entry', gen_random_uuid(), 'x', sha256('x') from log_leaves`,
  ],
  [
    "a checkpoint of another root",
    sql`insert into log_checkpoints (size, root, note)
     select size + 1, root, replace(note, '/log' || chr(10) || size, '/log' || chr(10) || size + 1) from log_checkpoints`,
  ],
])("nothing is signed on top of %s", async (_what, tampering) => {
  await insertEntries(db, world, 300);
  const log = makeLog();
  await createSequencer(log).run();
  await asOwner((tx) => tx.execute(tampering));
  await insertEntries(db, world, 1);
  await expect(createSequencer(log).run()).rejects.toThrow(LogRefusal);
});

test("a hand-over of many lines takes as many leaves as it needs", async () => {
  const [id] = await insertEntries(db, world, 1, 100);
  await createSequencer(makeLog()).run();
  const parts = (await allLeaves()).map(({ text }) => JSON.parse(text)).filter((leaf) => leaf.id === id);
  expect(parts.map(({ part, parts, postings }) => [part, parts, postings.length])).toEqual([
    [1, 4, 32],
    [2, 4, 32],
    [3, 4, 32],
    [4, 4, 4],
  ]);
  expect(await verifyLog(db)).toEqual(nothingFound);
});

test("published reports and destroyed data are leaves too", async () => {
  const sequencer = createSequencer(makeLog());
  const logSize = await sequencer.run();
  const { organizationId, responseId } = world;
  const [id, destructionId] = [uuidv7(), uuidv7()];
  await db.insert(publications).values({
    ...{
      id,
      organizationId,
      responseId,
      issue: 1,
      version: 2,
      periodFrom: "2022-04-01",
      periodTo: "2022-04-05",
    },
    ...{
      logSize: BigInt(logSize),
      checkpoint: "c",
      figures: { money: "1" },
      correction: "张三",
      corrects: uuidv7(),
    },
  });
  const file = { publicationId: id, name: "1.pdf", mediaType: "application/pdf", bytes: 3, file: "x" };
  await db.insert(publicationFiles).values({ ...file, sha256: Buffer.alloc(32, 1) });
  await db.insert(destructions).values({
    ...{
      id: destructionId,
      number: "XH-1",
      organizationId,
      responseId,
      counts: { names: 3 },
      reason: "李四",
    },
  });
  expect(await sequencer.run()).toBe(2);
  const [publication, destruction] = (await allLeaves()).slice(-2).map(({ text }) => JSON.parse(text));
  expect(publication).toMatchObject({ type: "publication", id, logSize: `${logSize}`, issue: 1, version: 2 });
  expect(publication.files).toEqual([{ name: "1.pdf", bytes: 3, sha256: "01".repeat(32) }]);
  expect(publication.correctionCommitment).toMatch(/^[0-9a-f]{64}$/);
  expect(destruction).toMatchObject({ type: "destruction", id: destructionId, counts: { names: "3" } });
  expect(await verifyLog(db)).toEqual(nothingFound);
  expect(await sequencer.run()).toBe(0);
});
