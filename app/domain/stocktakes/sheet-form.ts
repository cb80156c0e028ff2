import { z } from "zod";
import { LIMITS } from "../imports/read/refusal.ts";
import type { SheetPreview } from "./preview-sheet.server.ts";
import { CountBins } from "./schema.ts";

/** The form that sends a filled count sheet to be read. */
export const SheetForm = z.object({
  file: z
    .instanceof(File, { error: "required" })
    .refine((file) => file.size <= LIMITS.fileBytes, "file_too_large"),
});
export type SheetForm = z.output<typeof SheetForm>;

/** The form that stores what was read and looked at: `bins` is the text that `binsText` made. */
export const StoreSheetForm: z.ZodType<CountBins> = CountBins.extend({
  bins: z
    .string("required")
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "bad_file" });
        return z.NEVER;
      }
    })
    .pipe(CountBins.shape.bins as z.ZodType<CountBins["bins"], unknown>),
});

/** The places of a preview as one text, so that a page without script can send them back. */
export const binsText = ({ bins }: SheetPreview): string =>
  JSON.stringify(
    bins.map(({ accountId, since, lots }) => ({
      accountId,
      since,
      counts: lots.map(({ assetId, counted }) => ({ assetId, counted: `${counted}` })),
    })),
  );
