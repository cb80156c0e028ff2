import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { lockOpenStocktake } from "./find.server.ts";
import type { CountBin } from "./schema.ts";
import { storeCounts } from "./store-counts.server.ts";

/**
 * Writes down what was counted in one place; counting again replaces it. Refused while its goods are being picked
 * (`bin_being_picked`) and when something came or went since the counter's sheet was made (`bin_changed`).
 */
export async function countBin(actor: MemberActor, requestId: string, input: CountBin) {
  return perform({ actor, action: "stocktake.count", requestId, input }, async (tx) => {
    const stocktake = await lockOpenStocktake(tx, actor, input.stocktakeId, "share");
    await storeCounts(tx, actor, stocktake, [input], input.occurredAt);
    return {
      result: { id: stocktake.id },
      organizationId: stocktake.organizationId,
      subjectId: stocktake.id,
      detail: { account: input.accountId },
    };
  });
}
