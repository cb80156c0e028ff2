import { z } from "zod";
import { startOfDay } from "../dates.ts";

const civilDay = z.string().refine((text) => {
  try {
    return Boolean(startOfDay(text));
  } catch {
    return false;
  }
});

/**
 * What a public table covers: civil dates in Shanghai, both included, and a township (9-digit division code). Null is
 * without limit. What cannot be read counts as not given, since these come from an address anybody may type.
 */
export const ReportFilter = z.object({
  from: civilDay.nullable().catch(null).default(null),
  to: civilDay.nullable().catch(null).default(null),
  township: z
    .string()
    .regex(/^\d{9}$/)
    .nullable()
    .catch(null)
    .default(null),
});
export type ReportFilter = z.output<typeof ReportFilter>;

/**
 * Whose books, and how far: only these organizations' entries, and only what the public log holds up to a size. A
 * publication is made from such a cut, so that it stays what it was whatever is booked later.
 */
export interface Cut {
  organizations?: readonly string[];
  logSize?: bigint;
}

export const everything: ReportFilter = { from: null, to: null, township: null };

/** The filter in an address: `?from=2022-03-01&to=2022-03-31&township=310115004`. */
export const filterOf = (search: URLSearchParams): ReportFilter =>
  ReportFilter.parse({
    from: search.get("from"),
    to: search.get("to"),
    township: search.get("township"),
  });
