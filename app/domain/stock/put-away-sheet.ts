import type { z } from "zod";
import { sheet } from "../sheet.ts";
import { PutAway } from "./schema.ts";

/** The form of `PutAway`: every lot at the dock has a row `lines.lot<asset>`, and those with a bin are put away. */
export const PutAwaySheet: z.ZodType<PutAway> = PutAway.extend({
  lines: sheet("binId", PutAway.shape.lines.element, 200, (key, row) => ({
    assetId: key.replace(/^lot/, ""),
    binId: row.binId,
    quantity: row.quantity,
  })),
});
