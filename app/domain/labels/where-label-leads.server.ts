import { and, eq, inArray } from "drizzle-orm";
import { db, labels, sourceLots } from "#db";
import type { MemberActor } from "../actor.ts";
import { parseCode } from "../code.ts";

/** What a label is stuck on: a box by its code, a bin, or the item of a lot. */
export type LabelledThing =
  { kind: "box"; code: string } | { kind: "bin"; binId: string } | { kind: "lot"; itemId: string };

/** What the label of a code within reach is or was stuck on; null for a blank one, and for any other code. */
export async function whereLabelLeads(actor: MemberActor, text: string): Promise<LabelledThing | null> {
  const verdict = parseCode(text);
  if (!verdict.ok) return null;
  const { code } = verdict;
  const [label] = await db
    .select({ boxId: labels.boxId, binId: labels.binId, itemId: sourceLots.itemId })
    .from(labels)
    .leftJoin(sourceLots, eq(sourceLots.assetId, labels.assetId))
    .where(and(eq(labels.code, code), inArray(labels.organizationId, [...actor.reach])));
  if (!label) return null;
  if (label.boxId) return { kind: "box", code };
  if (label.binId) return { kind: "bin", binId: label.binId };
  return label.itemId ? { kind: "lot", itemId: label.itemId } : null;
}
