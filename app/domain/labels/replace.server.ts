import { and, eq, isNull, sql } from "drizzle-orm";
import { labels, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { liveLabel } from "../boxes/lock-box.server.ts";
import { recordEvent } from "../boxes/record-event.server.ts";
import type { ReplaceLabel } from "../boxes/schema.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { type LabelSubject, mintLabels } from "./mint.server.ts";

type Label = typeof labels.$inferSelect;

/**
 * A torn label's box, bin or lot gets a new one and keeps its history; whoever scans the old one is told the new code.
 * Refuses as `liveLabel` does, and `label_of_another_kind` for a blank label: another blank one will do.
 */
export async function replaceLabel(actor: MemberActor, requestId: string, input: ReplaceLabel) {
  return perform({ actor, action: "label.print", requestId, input }, async (tx) => {
    const old = await liveLabel(tx, actor, input.code);
    const [code = ""] = await mintLabels(tx, old, [subjectOf(old)]);
    await revoke(tx, actor, old, code, input.reason);
    if (old.boxId !== null) {
      const detail = { old: old.code, new: code, reason: input.reason };
      await recordEvent(tx, actor, {
        id: requestId,
        boxId: old.boxId,
        kind: "label.replace",
        detail,
        occurredAt: null,
      });
    }
    return { result: { code }, organizationId: old.organizationId, detail: { old: old.code, new: code } };
  });
}

function subjectOf({ code, boxId, binId, assetId }: Label): LabelSubject {
  if (boxId !== null) return { boxId };
  if (binId !== null) return { binId };
  if (assetId !== null) return { assetId };
  return refuse("label_of_another_kind", { code, kind: "blank" });
}

/** Only one of two who replace it at once does; the other is told as whoever scans it later. */
async function revoke(tx: Tx, actor: MemberActor, old: Label, by: string, reason: string): Promise<void> {
  const revoked = await tx
    .update(labels)
    .set({ revokedAt: sql`now()`, revokedReason: reason, replacedBy: by })
    .where(and(eq(labels.code, old.code), isNull(labels.revokedAt)))
    .returning({ code: labels.code });
  if (revoked.length === 0) await liveLabel(tx, actor, old.code);
}
