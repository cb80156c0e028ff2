import { db } from "#db";
import { startDatabase } from "#app/database.server.ts";
import { type Verification, verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { type LogVerification, verifyLog } from "#app/domain/log/verify.server.ts";
import { formatWhole } from "#app/domain/quantity.ts";
import { createLog } from "#app/web/log.server.ts";
import { reportAndExit } from "#app/web/report-and-exit.ts";

const MOST_SHOWN = 20;

/**
 * `npm run verify`: adds the journal up anew, compares it with the balances, and entry by entry with the public log. Exit
 * code 1 when either does not hold; `--json` for machines.
 */
async function verify() {
  const database = await startDatabase(createLog("warn"));
  try {
    const ledger = await verifyLedger(db);
    const log = await verifyLog(db);
    const isJson = process.argv.includes("--json");
    console.log(
      isJson ? JSON.stringify({ ...ledger, log }, null, 2) : `${report(ledger)}\n${reportLog(log)}`,
    );
    if (ledger.discrepancies.length > 0 || log.findings.length > 0) process.exitCode = 1;
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

/** Each finding by its leaf and its entry, and where the two differ. */
function reportLog({ leaves, waiting, findings }: LogVerification): string {
  const count = (n: number) => formatWhole(BigInt(n));
  return [
    `公开账本 ${count(leaves)} 条，还有 ${count(waiting)} 笔等着写入。`,
    `The public log has ${count(leaves)} leaves; ${count(waiting)} entries wait for it.`,
    ...(findings.length === 0
      ? ["账本没有被改过：每一笔都与签名时相同。", "The log holds: every entry is what was signed."]
      : [
          `账本被改过：有 ${count(findings.length)} 处与签名时不同。`,
          `The log does not hold: ${count(findings.length)} places are not what was signed.`,
        ]),
    ...findings
      .slice(0, MOST_SHOWN)
      .map(
        ({ what, index, entryId, fields }) =>
          `  ${what}${index === null ? "" : `, leaf ${index}`}${entryId === null ? "" : `, entry ${entryId}`}` +
          (fields.length > 0 ? `: ${fields.join(", ")}` : ""),
      ),
    ...(findings.length > MOST_SHOWN ? ["  … (--json)"] : []),
  ].join("\n");
}

verify().catch(reportAndExit);
