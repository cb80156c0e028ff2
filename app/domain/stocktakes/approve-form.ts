import { z } from "zod";
import { ApproveStocktake } from "./schema.ts";

const Row = ApproveStocktake.shape.reasons.unwrap().element.omit({ accountId: true, assetId: true });

/** The form of `ApproveStocktake`: every difference has a row `reasons.at<account>lot<asset>`. */
export const ApproveForm: z.ZodType<ApproveStocktake> = ApproveStocktake.extend({
  reasons: z
    .record(z.string().regex(/^at\d{1,18}lot\d{1,18}$/, "bad_id"), Row)
    .default({})
    .transform((rows) =>
      Object.entries(rows).map(([key, row]) => {
        const [, accountId = "", assetId = ""] = /^at(\d+)lot(\d+)$/.exec(key) ?? [];
        return { accountId, assetId, ...row };
      }),
    ),
});
