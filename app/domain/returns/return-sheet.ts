import type { z } from "zod";
import { sheet } from "../sheet.ts";
import { ReceiveReturn } from "./schema.ts";

/** The form of `ReceiveReturn`: a row `lines.line<n>` for every line; those with a quantity come back. */
export const ReturnSheet: z.ZodType<ReceiveReturn> = ReceiveReturn.extend({
  lines: sheet("quantity", ReceiveReturn.shape.lines.element, 100, (key, { quantity }) => ({
    n: key.replace(/^line/, ""),
    quantity,
  })),
});
