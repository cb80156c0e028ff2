import type { ReportFilter } from "./filter.ts";

/** A filter as an address's query, "" or "?from=…". */
export function queryOf({ from, to, township }: ReportFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ from, to, township }))
    if (value !== null) query.set(name, value);
  return query.size === 0 ? "" : `?${query.toString()}`;
}
