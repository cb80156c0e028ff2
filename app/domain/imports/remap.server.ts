import { eq } from "drizzle-orm";
import { imports } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { getImportFile } from "./get.server.ts";
import { readUpload } from "./read-upload.server.ts";
import type { RemapImport } from "./schema.ts";
import { summaryOf } from "./summary.ts";
import { rehearseBooking } from "./upload.server.ts";

/** Reads a draft again by what a person says its sheets and columns are. */
export async function remapImport(actor: MemberActor, requestId: string, input: RemapImport) {
  const draft = await getImportFile(actor, input.importId);
  const reading = await readUpload(draft.file, input.mapping);
  const summary = summaryOf(reading, await rehearseBooking(actor, reading));
  return perform({ actor, action: "import.upload", requestId, input }, async (tx) => {
    const [remapped] = await tx
      .update(imports)
      .set({ mapping: input.mapping, summary, total: summary.accepted, contentHash: reading.contentHash })
      .where(eq(imports.id, draft.id))
      .returning({ id: imports.id, status: imports.status });
    if (remapped?.status !== "draft") refuse("stale", { what: "import" });
    return { result: { id: draft.id }, organizationId: actor.organizationId, subjectId: draft.id };
  });
}
