import { and, desc, eq } from "drizzle-orm";
import { db, imports } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import type { Mapping } from "./schema.ts";
import type { WorkbookSummary } from "./summary.ts";

const shown = {
  id: imports.id,
  fileName: imports.fileName,
  status: imports.status,
  done: imports.done,
  total: imports.total,
  createdAt: imports.createdAt,
  committedAt: imports.committedAt,
};

const within = (actor: MemberActor, id: string) =>
  and(eq(imports.id, id), eq(imports.organizationId, actor.organizationId));

/** An import of the actor's own organization, with what was read and what stands in the way. */
export async function getImport(actor: MemberActor, id: string) {
  const [found] = await db
    .select({ ...shown, summary: imports.summary, mapping: imports.mapping })
    .from(imports)
    .where(within(actor, id));
  if (!found) return notFound("import");
  return { ...found, summary: found.summary as WorkbookSummary, mapping: found.mapping as Mapping };
}

/** How far an import has come, in rows. */
export async function importProgress(actor: MemberActor, id: string) {
  const [found] = await db.select(shown).from(imports).where(within(actor, id));
  return found ?? notFound("import");
}

/** The last imports of the actor's own organization, newest first. */
export async function listImports(actor: MemberActor) {
  return db
    .select(shown)
    .from(imports)
    .where(eq(imports.organizationId, actor.organizationId))
    .orderBy(desc(imports.createdAt))
    .limit(50);
}

/** The bytes of a draft. */
export async function getImportFile(actor: MemberActor, id: string) {
  const [found] = await db
    .select({ id: imports.id, file: imports.file, mapping: imports.mapping })
    .from(imports)
    .where(within(actor, id));
  if (!found?.file) return notFound("import");
  return { id: found.id, file: found.file, mapping: found.mapping as Mapping };
}
