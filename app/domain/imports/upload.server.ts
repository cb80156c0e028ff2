import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, imports, type Reader } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform, rehearse } from "../perform.server.ts";
import { bookWorkbook, type SheetProblem } from "./book.server.ts";
import type { WorkbookReading } from "./read/reading.ts";
import { readUpload } from "./read-upload.server.ts";
import type { UploadWorkbook } from "./schema.ts";
import { summaryOf } from "./summary.ts";

/**
 * Reads a workbook and keeps it as a draft, with everything that stands in the way. Nothing is booked: what the books
 * would say is found by booking it and taking it back. A file that was imported before is refused as `already_imported`.
 */
export async function uploadWorkbook(
  actor: MemberActor,
  requestId: string,
  input: UploadWorkbook & { bytes: Uint8Array },
) {
  const { bytes, ...named } = input;
  const reading = await readUpload(bytes, named.mapping);
  await refuseIfImported(actor, reading.contentHash);
  const summary = summaryOf(reading, await rehearseBooking(actor, reading));
  const file = createHash("sha256").update(bytes).digest("hex");
  return perform({ actor, action: "import.upload", requestId, input: { ...named, file } }, async (tx) => {
    const id = uuidv7();
    await tx.insert(imports).values({
      id,
      organizationId: actor.organizationId,
      fileName: named.fileName,
      file: Buffer.from(bytes),
      contentHash: reading.contentHash,
      status: "draft",
      mapping: named.mapping,
      total: summary.accepted,
      summary,
      createdBy: userIdOf(actor),
    });
    return { result: { id }, organizationId: actor.organizationId, subjectId: id };
  });
}

/** What would stand in the way of booking this: whole sheets and rows that were not read are problems already. */
export async function rehearseBooking(actor: MemberActor, reading: WorkbookReading): Promise<SheetProblem[]> {
  return rehearse(actor, "import.upload", (tx) =>
    bookWorkbook(tx, actor, reading, { importId: uuidv7(), publishDonorNames: false }),
  );
}

/** The same content, committed before by this organization, is not imported again. */
export async function refuseIfImported(
  actor: MemberActor,
  contentHash: string,
  reader: Reader = db,
): Promise<void> {
  const before = await wasImported(actor, contentHash, reader);
  if (before) refuse("already_imported", { at: before.at?.toISOString() ?? "", fileName: before.fileName });
}

/** When and as which file this content was committed by the organization before. */
export async function wasImported(actor: MemberActor, contentHash: string, reader: Reader = db) {
  const [before] = await reader
    .select({ at: imports.committedAt, fileName: imports.fileName })
    .from(imports)
    .where(
      and(
        eq(imports.organizationId, actor.organizationId),
        eq(imports.contentHash, contentHash),
        eq(imports.status, "committed"),
      ),
    );
  return before;
}
