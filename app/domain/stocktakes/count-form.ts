import { z } from "zod";
import { optionalCounted } from "../fields.ts";
import { CountBin } from "./schema.ts";

/** Whole packs and loose pieces of a lot, as they are counted on the shelf. */
const Row = z.object({ packs: optionalCounted, pieces: optionalCounted, packSize: optionalCounted });

/**
 * The form of `CountBin`: every lot has a row `counts.lot<asset>`. A row that is left blank says that the lot is not
 * there.
 */
export const CountBinForm: z.ZodType<CountBin> = CountBin.extend({
  counts: z
    .record(z.string().regex(/^lot\d{1,18}$/, "bad_id"), Row)
    .default({})
    .transform((rows) =>
      Object.entries(rows).flatMap(([key, { packs, pieces, packSize }]) =>
        packs === null && pieces === null
          ? []
          : [{ assetId: key.slice(3), counted: (packs ?? 0n) * (packSize ?? 1n) + (pieces ?? 0n) }],
      ),
    ),
});
