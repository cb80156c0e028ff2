import { beneficiaryGroups } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { basisText } from "./basis.ts";
import { bookHandOver, lockAtSite } from "./book-hand-over.server.ts";
import type { HandOverDelivery } from "./schema.ts";

/**
 * Hands what was signed for, a part included, on to households: how many households and people, never who. What came in
 * parts stays at the site when the rest is called off.
 */
export async function handOverDelivery(actor: MemberActor, requestId: string, input: HandOverDelivery) {
  return perform({ actor, action: "delivery.hand-over", requestId, input }, async (tx) => {
    const found = await lockAtSite(tx, actor, input.deliveryId);
    const { households, people, handedOn, note, lines, basis, basisWords } = input;
    const { id, number } = await bookHandOver(tx, actor, found, {
      households,
      people,
      handedOn,
      note,
      lines,
      basis: basis === null ? null : basisText({ basis, words: basisWords }),
      groups: beneficiaryGroups.map((group) => ({ group, people: input.groups[group] ?? 0 })),
      registerId: null,
    });
    return {
      result: { id, number },
      organizationId: found.delivery.organizationId,
      subjectId: found.delivery.id,
    };
  });
}
