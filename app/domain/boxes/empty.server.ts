import { eq } from "drizzle-orm";
import { boxContents, boxes } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockBox } from "./lock-box.server.ts";
import { mustBeFree } from "./must-be-free.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { EmptyBox } from "./schema.ts";

/**
 * What is in a box stands loose in its place from now on, and its label counts no more: so that a part of it may be
 * written off, counted away, sent to another warehouse or put into kits. Nothing moves in the books.
 */
export async function emptyBox(actor: MemberActor, requestId: string, input: EmptyBox) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const box = await lockBox(tx, actor, input.code, "box");
    await mustBeFree(tx, box);
    if (box.contents.length === 0) refuse("box_unclassified", { code: input.code });
    await tx.delete(boxContents).where(eq(boxContents.boxId, box.id));
    await tx.update(boxes).set({ emptiedAt: new Date(), palletId: null }).where(eq(boxes.id, box.id));
    await recordEvent(tx, actor, {
      id: requestId,
      boxId: box.id,
      kind: "box.empty",
      fromAccount: box.accountId,
      toAccount: box.accountId,
      detail: {
        contents: box.contents.map(({ asset, quantity }) => ({ asset: `${asset}`, quantity: `${quantity}` })),
        palletId: box.palletId,
        reason: input.reason,
      },
      occurredAt: input.occurredAt,
    });
    return { result: { id: box.id }, organizationId: box.organizationId, subjectId: box.id };
  });
}
