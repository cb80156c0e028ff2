import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { lockOpenStocktake } from "./find.server.ts";
import type { CountBins } from "./schema.ts";
import { storeCounts } from "./store-counts.server.ts";

/** Writes down a filled count sheet: every place as `stocktake.count-bin` would, all of them or none. */
export async function countBins(actor: MemberActor, requestId: string, input: CountBins) {
  return perform({ actor, action: "stocktake.count", requestId, input }, async (tx) => {
    const stocktake = await lockOpenStocktake(tx, actor, input.stocktakeId, "share");
    await storeCounts(tx, actor, stocktake, input.bins, input.occurredAt);
    return {
      result: { id: stocktake.id, bins: input.bins.length },
      organizationId: stocktake.organizationId,
      subjectId: stocktake.id,
      detail: { bins: input.bins.length },
    };
  });
}
