import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db } from "#db";
import { receiveMoney } from "#app/domain/gifts/receive-money.server.ts";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { getProof } from "#app/domain/log/get-proof.server.ts";
import type { Log } from "#app/domain/log/identity.server.ts";
import { createSigner } from "#app/domain/log/note.ts";
import { holdsProof, parseProof } from "#app/domain/log/proof.ts";
import { createSequencer } from "#app/domain/log/sequence.server.ts";
import { makeWorld } from "#tests/support/world.ts";
import type { Figure } from "./figure.ts";

const ENTRIES = 1_000_000;
const PROOFS = 300;

/** 1,000,000 entries brought into the log, and proofs from its tiles. */
export async function* benchLog(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "jieli-bench-log-"));
  const log: Log = { signer: createSigner("bench.test/log", randomBytes(32)), copies: [folder] };
  try {
    const sequencer = createSequencer(log);
    await fill();
    await sequencer.run();
    const before = await countLeaves();
    await fill(ENTRIES);
    const start = performance.now();
    const added = await sequencer.run();
    yield {
      name: `sequencer, ${ENTRIES} entries into the log`,
      figure: added / ((performance.now() - start) / 1000),
      unit: "/s",
      reference: { name: "limit", figure: 10_000 },
      goal: { atLeast: 1 },
    };
    const took = await proofs(log, before + added);
    yield {
      name: `a .tlog-proof from tiles among ${before + added} leaves`,
      figure: took[Math.floor(took.length / 2)]!,
      unit: "ms",
      reference: { name: "limit", figure: 5 },
      goal: { atMost: 1 },
      note: `p95 ${took[Math.floor(took.length * 0.95)]!.toFixed(2)} ms`,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds that each took, sorted; every proof is checked. */
async function proofs(log: Log, leaves: number): Promise<number[]> {
  const took: number[] = [];
  await getProof(log, 0);
  for (let i = 0; i < PROOFS; i += 1) {
    const index = Math.floor(Math.random() * leaves);
    const start = performance.now();
    const proof = await getProof(log, index);
    took.push(performance.now() - start);
    if (!holdsProof(parseProof(proof!)!, log.signer.verifierKey)) throw new Error(`no proof of ${index}`);
  }
  return took.sort((a, b) => a - b);
}

/** One gift of money by the verb, and its journal so many times over, set-based. */
async function fill(copies = 0): Promise<void> {
  const world = await makeWorld();
  const input = ReceiveMoney.parse({ donor: "捐赠人", amount: "1000", receivedOn: "2022-03-14" });
  const { entryId } = await receiveMoney(world.actors.fund_officer, uuidv7(), input);
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      create temporary table new_entries on commit drop as
      select gen_random_uuid() as id from generate_series(1, ${copies}::int)`);
    await tx.execute(sql`
      insert into entries (id, kind, organization_id, response_id, occurred_at, occurred_on, actor_kind, document_kind,
                           document_id)
      select n.id, e.kind, e.organization_id, e.response_id, e.occurred_at, e.occurred_on, 'operator', e.document_kind,
             e.document_id
      from new_entries n cross join entries e where e.id = ${entryId}`);
    await tx.execute(sql`
      insert into postings (entry_id, n, from_account, to_account, asset_id, amount, value_fen)
      select n.id, p.n, p.from_account, p.to_account, p.asset_id, p.amount, p.value_fen
      from new_entries n cross join postings p where p.entry_id = ${entryId}`);
    await tx.execute(sql`
      update balances b set amount = b.amount + p.amount * ${copies}::int, value_fen = b.value_fen + p.value_fen * ${copies}::int
      from postings p where p.entry_id = ${entryId} and b.account_id = p.to_account and b.asset_id = p.asset_id`);
  });
  await db.execute(sql`analyze entries, postings`);
}

async function countLeaves(): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from log_leaves`);
  return row?.count ?? 0;
}

/** By how many seconds the log was behind at most while work went on: the age of the oldest entry not in it. */
export async function watchLag(work: () => Promise<unknown>): Promise<Figure> {
  while ((await secondsBehind()) > 0) await sleep(200);
  let most = 0;
  let done = false;
  const watching = (async () => {
    while (!done) {
      most = Math.max(most, await secondsBehind());
      await sleep(200);
    }
  })();
  await work();
  done = true;
  await watching;
  return {
    name: "the log behind the books, at most, while 64 receivers confirm",
    figure: most,
    unit: "s",
    reference: { name: "limit", figure: 5 },
    goal: { atMost: 1 },
  };
}

async function secondsBehind(): Promise<number> {
  const [row] = await db.execute<{ seconds: number }>(sql`
    select coalesce(extract(epoch from clock_timestamp() - min(e.recorded_at)), 0)::float8 as seconds from entries e
    where e.seq > coalesce((select seq from log_progress), 0)
      and not exists (select from log_leaves l where l.kind = 'entry' and l.subject_id = e.id)`);
  return row?.seconds ?? 0;
}
