import { and, eq, ne } from "drizzle-orm";
import { db, imports } from "#db";
import type { MemberActor } from "../actor.ts";
import type { DomainError } from "../errors.ts";
import { notFound } from "../errors.ts";
import { refusalOf } from "../refusals.server.ts";
import { commitImport } from "./commit.server.ts";
import type { CommitImport } from "./schema.ts";

/** Why a commit of this process was refused after its page had stopped waiting, by import. */
const refusals = new Map<string, DomainError>();

/**
 * Commits an import and waits a moment for it. Answers "running" when it takes longer: it goes on by itself, its
 * progress can be read, and when it is refused the import is a draft again. Throws what refused it in that moment.
 */
export async function runCommit(
  actor: MemberActor,
  requestId: string,
  input: CommitImport,
  { patienceMs = 1_500 } = {},
): Promise<"committed" | "running"> {
  const [started] = await db
    .update(imports)
    .set({ status: "committing", done: 0 })
    .where(
      and(
        eq(imports.id, input.importId),
        eq(imports.organizationId, actor.organizationId),
        ne(imports.status, "committed"),
      ),
    )
    .returning({ id: imports.id });
  if (!started) return isCommitted(actor, input.importId);
  refusals.delete(input.importId);
  const commit = commitOrReopen(actor, requestId, input);
  let late = false;
  const patience = new Promise<"running">((resolve) =>
    setTimeout(() => {
      late = true;
      resolve("running");
    }, patienceMs),
  );
  commit.catch((error: unknown) => {
    if (late) refusals.set(input.importId, refusalOf(error));
  });
  return Promise.race([commit, patience]);
}

/** Why the last commit of this import was refused, once; undefined when it was not, or in another process. */
export function takeRefusal(importId: string): DomainError | undefined {
  const refusal = refusals.get(importId);
  refusals.delete(importId);
  return refusal;
}

async function commitOrReopen(
  actor: MemberActor,
  requestId: string,
  input: CommitImport,
): Promise<"committed"> {
  try {
    await commitImport(actor, requestId, input);
    return "committed";
  } catch (error) {
    await db
      .update(imports)
      .set({ status: "draft", done: 0 })
      .where(and(eq(imports.id, input.importId), eq(imports.status, "committing")));
    throw error;
  }
}

async function isCommitted(actor: MemberActor, importId: string): Promise<"committed"> {
  const [found] = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.organizationId, actor.organizationId)));
  return found ? "committed" : notFound("import");
}
