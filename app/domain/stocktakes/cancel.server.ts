import { eq } from "drizzle-orm";
import { stocktakes } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { lockOpenStocktake } from "./find.server.ts";
import type { CancelStocktake } from "./schema.ts";

/** Calls a count off: what was counted stays readable, the books stay as they are. */
export async function cancelStocktake(actor: MemberActor, requestId: string, input: CancelStocktake) {
  return perform({ actor, action: "stocktake.open", requestId, input }, async (tx) => {
    const stocktake = await lockOpenStocktake(tx, actor, input.stocktakeId, "update");
    await tx
      .update(stocktakes)
      .set({ status: "cancelled", cancelledReason: input.reason })
      .where(eq(stocktakes.id, stocktake.id));
    return {
      result: { id: stocktake.id },
      organizationId: stocktake.organizationId,
      subjectId: stocktake.id,
    };
  });
}
