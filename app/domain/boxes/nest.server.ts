import { eq } from "drizzle-orm";
import { boxes } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockBox } from "./lock-box.server.ts";
import { placeName } from "./place-name.server.ts";
import { recordEvent } from "./record-event.server.ts";
import type { NestBox } from "./schema.ts";

/** Puts a box on a pallet that stands in the same place, or takes it off. */
export async function nestBox(actor: MemberActor, requestId: string, input: NestBox) {
  return perform({ actor, action: "box.handle", requestId, input }, async (tx) => {
    const pallet = input.pallet === null ? null : await lockBox(tx, actor, input.pallet, "pallet");
    const box = await lockBox(tx, actor, input.code, "box");
    if (pallet && pallet.accountId !== box.accountId) {
      const [place, wanted] = await Promise.all([
        placeName(tx, box.accountId),
        placeName(tx, pallet.accountId),
      ]);
      refuse("box_elsewhere", { code: input.code, place, wanted });
    }
    await tx
      .update(boxes)
      .set({ palletId: pallet?.id ?? null })
      .where(eq(boxes.id, box.id));
    await recordEvent(tx, actor, {
      id: requestId,
      boxId: box.id,
      kind: "box.nest",
      fromAccount: box.accountId,
      toAccount: box.accountId,
      detail: { before: box.palletId, pallet: pallet?.id ?? null },
      occurredAt: input.occurredAt,
    });
    return { result: { id: box.id }, organizationId: box.organizationId, subjectId: box.id };
  });
}
