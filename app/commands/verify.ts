import { db } from "#db";
import { startDatabase } from "#app/database.server.ts";
import { type Verification, verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { formatWhole } from "#app/domain/quantity.ts";
import { createLog } from "#app/web/log.server.ts";
import { reportAndExit } from "#app/web/report-and-exit.ts";

const MOST_SHOWN = 20;

/** `npm run verify`: adds the journal up anew and compares. Exit code 1 when it does not hold; `--json` for machines. */
async function verify() {
  const database = await startDatabase(createLog("warn"));
  try {
    const verification = await verifyLedger(db);
    console.log(
      process.argv.includes("--json") ? JSON.stringify(verification, null, 2) : report(verification),
    );
    if (verification.discrepancies.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

function report({ entries, postings, balances, discrepancies }: Verification): string {
  const count = (n: number) => formatWhole(BigInt(n));
  const off = count(discrepancies.length);
  const verdict =
    discrepancies.length === 0
      ? [
          "账是平的：每一个结存都等于它的各笔之和。",
          "The books hold: every balance is the sum of its postings.",
        ]
      : [
          `账不平：有 ${off} 个结存与各笔之和不同。`,
          `The books do not hold: ${off} balances differ from their postings.`,
        ];
  return [
    `核对了 ${count(entries)} 笔、${count(postings)} 行、${count(balances)} 个结存。`,
    `Checked ${count(entries)} entries, ${count(postings)} postings, ${count(balances)} balances.`,
    ...verdict,
    ...discrepancies
      .slice(0, MOST_SHOWN)
      .map(
        (one) =>
          `  account ${one.account}, asset ${one.asset}: 记 kept ${one.kept} (${one.keptValueFen} fen), ` +
          `应 recomputed ${one.recomputed} (${one.recomputedValueFen} fen)`,
      ),
    ...(discrepancies.length > MOST_SHOWN ? [`  … (--json)`] : []),
  ].join("\n");
}

verify().catch(reportAndExit);
