import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "#db";
import { findLogRefusal, getLogState } from "#app/domain/log/get-state.server.ts";
import { createSequencer } from "#app/domain/log/sequence.server.ts";
import { sequenceLog } from "#app/jobs/sequence-log.ts";
import { testAppUrl } from "#tests/support/database.ts";
import { asOwner, emptyLog, insertEntries, makeLog, makeMoneyWorld } from "#tests/support/log.ts";
import { startTestServer } from "#tests/support/server.ts";

let world: Awaited<ReturnType<typeof makeMoneyWorld>>;
beforeEach(async () => {
  await emptyLog();
  world = await makeMoneyWorld();
});

async function refusalOf(log: ReturnType<typeof makeLog>) {
  const refusal = await findLogRefusal(log);
  await insertEntries(db, world, 1);
  const sequencer = createSequencer(log)
    .run()
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  expect(await sequencer, "what the sequencer throws").toEqual(refusal);
  return refusal?.reason;
}

test("an empty log, one that is behind, and one that is up to date", async () => {
  const log = makeLog();
  const { verifierKey } = log.signer;
  const [{ count } = { count: 0 }] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from entries`,
  );
  const empty = await getLogState(log);
  expect(empty).toMatchObject({
    size: 0,
    signedAt: null,
    root: null,
    waiting: count,
    refusal: null,
    verifierKey,
  });
  expect(empty.waitingSince).toBeInstanceOf(Date);
  await createSequencer(log).run();
  const signed = await getLogState(log);
  expect(signed).toMatchObject({ size: count, waiting: 0, waitingSince: null, refusal: null });
  expect(Math.abs(signed.signedAt!.getTime() - Date.now())).toBeLessThan(60_000);
  await insertEntries(db, world, 2);
  expect(await getLogState(log)).toMatchObject({ size: count, waiting: 2, root: signed.root });
});

test("a clock that went back is refused, by a minute it is not", async () => {
  const log = makeLog();
  await createSequencer(log).run();
  await asOwner((tx) =>
    tx.execute(sql`update log_checkpoints set signed_at = now() + interval '55 seconds'`),
  );
  expect(await findLogRefusal(log)).toBeUndefined();
  await asOwner((tx) => tx.execute(sql`update log_checkpoints set signed_at = now() + interval '2 hours'`));
  expect(await refusalOf(log)).toBe("clock_went_back");
  await asOwner((tx) => tx.execute(sql`update log_checkpoints set signed_at = now()`));
  expect(await createSequencer(log).run()).toBe(1);
});

test("an old backup, a copy that is none, and a changed leaf are refused for what they are", async () => {
  const log = makeLog();
  const old = await createSequencer(log).run();
  await insertEntries(db, world, 3);
  await createSequencer(log).run();
  await asOwner(async (tx) => {
    await tx.execute(sql`delete from log_leaves where index >= ${old}`);
    await tx.execute(sql`delete from log_checkpoints where size > ${old}`);
    await tx.execute(sql`delete from log_progress`);
  });
  expect(await refusalOf(log)).toBe("old_backup");
  expect((await getLogState(log)).refusal?.message).toContain("an old backup was put back");
  writeFileSync(join(log.folder, "checkpoint"), "torn");
  expect(await refusalOf(log)).toBe("copy_unreadable");
  const fresh = makeLog();
  await asOwner((tx) => tx.execute(sql`update log_leaves set hash = sha256('x') where index = 0`));
  expect(await refusalOf(fresh)).toBe("leaves_changed");
});

test("a site whose log is refused is ready, says so, and logs it once", async () => {
  const log = makeLog();
  await createSequencer(log).run();
  await asOwner((tx) => tx.execute(sql`update log_checkpoints set signed_at = now() + interval '2 hours'`));
  const site = await startTestServer({ DATABASE_URL: testAppUrl() });
  try {
    const ready = await fetch(`${site.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: "ready", log: { status: "refused", reason: "clock_went_back" } },
    ]);
    const told = () => site.lines.filter((line) => line.includes("the clock went back"));
    await vi.waitFor(() => expect(told()).toHaveLength(1), 5_000);
    await sequenceLog();
    expect(told()).toHaveLength(1);
  } finally {
    await site.stop();
  }
});
