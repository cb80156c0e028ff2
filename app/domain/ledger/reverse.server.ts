import { desc, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { entries, postings, type Tx } from "#db";
import type { Actor, MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { post, type Posting } from "./post.server.ts";
import type { ReverseEntry } from "./schema.ts";

/** Kinds whose reversal leaves no document half-true; deliveries and transfers go back by a verb of their own. */
const reversible = new Set([
  "gift.receive-money",
  "gift.receive-goods",
  "payment.record",
  "stock.put-away",
  "stock.write-off",
  "kit.assemble",
  "kit.take-apart",
]);

/**
 * Takes an entry back: a new entry that names it and swaps the ends of every leg. It stands at the moment of what it
 * takes back, so that a period's figures are right once the mistake is mended; what was published before is a cut of
 * the log and stays as it was. Happens once; refused when what it would take back has gone on meanwhile
 * (`insufficient_stock`, `insufficient_money`).
 */
export async function reverseEntry(actor: MemberActor, requestId: string, input: ReverseEntry) {
  return perform({ actor, action: "entry.reverse", requestId, input }, async (tx) => {
    const [original] = await tx.select().from(entries).where(eq(entries.id, input.entryId));
    if (!original || !actor.reach.includes(original.organizationId)) return notFound("entry");
    if (!reversible.has(original.kind)) refuse("not_reversible", { kind: original.kind });
    const id = await reverse(tx, actor, original.id, input.reason, original.occurredAt);
    return { result: { id }, organizationId: original.organizationId, subjectId: original.documentId };
  });
}

/** The step behind it: also used where a verb takes back what another did. Answers the new entry's id. */
export async function reverse(
  tx: Tx,
  actor: Actor,
  entryId: string,
  reason: string,
  occurredAt: Date,
): Promise<string> {
  const [id] = await reverseAll(tx, actor, [entryId], reason, occurredAt);
  return id!;
}

/** Takes several entries back at once, the last first. Answers the new entries' ids. */
export async function reverseAll(
  tx: Tx,
  actor: Actor,
  entryIds: readonly string[],
  reason: string,
  occurredAt: Date,
): Promise<string[]> {
  const originals = await tx
    .select()
    .from(entries)
    .where(inArray(entries.id, [...entryIds]))
    .orderBy(desc(entries.seq));
  if (originals.length < entryIds.length) return notFound("entry");
  const [earlier] = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(inArray(entries.reverses, [...entryIds]))
    .limit(1);
  if (earlier) refuse("already_reversed", {});
  const legs = await tx
    .select()
    .from(postings)
    .where(inArray(postings.entryId, [...entryIds]))
    .orderBy(postings.n);
  const reversals = originals.map((original) => ({
    id: uuidv7(),
    kind: "entry.reverse" as const,
    organizationId: original.organizationId,
    responseId: original.responseId,
    occurredAt,
    document: { kind: original.documentKind, id: original.documentId },
    reverses: original.id,
    reason,
    postings: legs.filter(({ entryId }) => entryId === original.id).map(swapped),
  }));
  await post(tx, actor, reversals);
  return reversals.map(({ id }) => id);
}

const swapped = (leg: typeof postings.$inferSelect): Posting => ({
  from: leg.toAccount,
  to: leg.fromAccount,
  asset: leg.assetId,
  amount: leg.amount,
  valueFen: leg.valueFen,
});
