import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { uuidv7 } from "uuidv7";
import { startDatabase } from "#app/database.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { commitImport } from "#app/domain/imports/commit.server.ts";
import { problemText } from "#app/domain/imports/problem-text.ts";
import { readUpload } from "#app/domain/imports/read-upload.server.ts";
import { summaryOf } from "#app/domain/imports/summary.ts";
import { rehearseBooking, uploadWorkbook, wasImported } from "#app/domain/imports/upload.server.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { reportAndExit } from "#app/web/report-and-exit.ts";
import { operatorFor } from "./operator.server.ts";
import { importReport, type ImportStatus, printReport } from "./import-report.ts";

const usage = `npm run import -- FILE.xlsx [--dry-run] [--json] [--organization NAME] [--publish-donor-names]
  --dry-run              读一遍、核一遍，不写入。Reads and checks; writes nothing.
  --json                 结果用 JSON 打印。Prints the result as JSON.
  --organization         记到哪家机构名下，默认第一家。Whose books; the first organization by default.
  --publish-donor-names  名单上的单位已同意公开名称。The organizations on the list agreed to be named in public.`;

/** `npm run import`: a workbook into the books, all or nothing. Exit code 1 when it was not written. */
async function importFile() {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      organization: { type: "string" },
      "publish-donor-names": { type: "boolean", default: false },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Error(usage);
  const bytes = await readFile(path.resolve(process.env.INIT_CWD ?? process.cwd(), file));
  const database = await startDatabase(pino({ level: "silent" }));
  try {
    const reading = await readUpload(bytes, {});
    const filer = reading.sheets.map((sheet) => sheet.meta.filer).find(Boolean);
    const actor = await operatorFor("import", options.organization, filer ?? "本机构");
    const imported = await wasImported(actor, reading.contentHash);
    const summary = summaryOf(reading, imported ? [] : await rehearseBooking(actor, reading));
    const status = imported ? "already_imported" : await settle();
    const report = importReport(path.basename(file), status, summary, problemText("zh-CN"));
    if (options.json) console.log(JSON.stringify(report, null, 2));
    else printReport(report);
    if (status === "refused") process.exitCode = 1;

    async function settle(): Promise<ImportStatus> {
      if (summary.problems > 0) return "refused";
      if (summary.accepted === 0) return "nothing_to_import";
      if (options["dry-run"]) return "dry_run";
      const fileName = path.basename(file!);
      const draft = await uploadWorkbook(actor, uuidv7(), { fileName, mapping: {}, bytes });
      const publishDonorNames = options["publish-donor-names"];
      await commitImport(actor, uuidv7(), { importId: draft.id, publishDonorNames });
      return "imported";
    }
  } finally {
    await database.close();
  }
}

importFile().catch((error: unknown) => {
  if (error instanceof DomainError) {
    console.error(errorSentence(messagesFor("zh-CN"), error));
    console.error(errorSentence(messagesFor("en"), error));
    process.exitCode = 1;
    return;
  }
  reportAndExit(error);
});
