import { and, eq, ne, sql } from "drizzle-orm";
import { db, imports } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { bookWorkbook } from "./book.server.ts";
import { getImportFile } from "./get.server.ts";
import { readUpload } from "./read-upload.server.ts";
import type { CommitImport } from "./schema.ts";
import { summaryOf } from "./summary.ts";
import { refuseIfImported } from "./upload.server.ts";

/**
 * Writes a draft into the books, all or nothing. Refused as `import_has_problems` while anything stands in the way and
 * as `already_imported` when the same content was written before. Progress can be read meanwhile.
 */
export async function commitImport(actor: MemberActor, requestId: string, input: CommitImport) {
  const draft = await getImportFile(actor, input.importId);
  const reading = await readUpload(draft.file, draft.mapping);
  return perform({ actor, action: "import.commit", requestId, input }, async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`import/${actor.organizationId}`}, 0))`,
    );
    await refuseIfImported(actor, reading.contentHash, tx);
    const unread = summaryOf(reading, []);
    if (unread.problems > 0) refuse("import_has_problems", { count: unread.problems });
    const problems = await bookWorkbook(tx, actor, reading, {
      importId: draft.id,
      publishDonorNames: input.publishDonorNames,
      onProgress: (done) => report(draft.id, done),
    });
    if (problems.length > 0) refuse("import_has_problems", { count: problems.length });
    await tx
      .update(imports)
      .set({
        status: "committed",
        contentHash: reading.contentHash,
        committedAt: new Date(),
        done: unread.accepted,
        publishDonorNames: input.publishDonorNames,
        file: null,
      })
      .where(eq(imports.id, draft.id));
    return {
      result: { id: draft.id, rows: unread.accepted },
      organizationId: actor.organizationId,
      subjectId: draft.id,
    };
  });
}

/** Beside the transaction, which nobody could read from yet. Progress that is not told is no reason to stop. */
function report(importId: string, done: number): void {
  db.update(imports)
    .set({ done })
    .where(and(eq(imports.id, importId), ne(imports.status, "committed")))
    .catch(() => undefined);
}
