/** One page of a longer list; pages count from 1. */
export interface Page<Row> {
  rows: Row[];
  total: number;
  page: number;
  pageSize: number;
}

export const PAGE_SIZE = 50;

/** How many rows stand before a page. */
export const offsetOf = (page: number): number => (page - 1) * PAGE_SIZE;

/** How many pages a list has; an empty one has one. */
export const pagesOf = ({ total, pageSize }: Page<unknown>): number =>
  Math.max(1, Math.ceil(total / pageSize));

/** The page an address asks for: `?page=3`; anything else is the first. */
export function pageIn(parameters: URLSearchParams): number {
  const text = parameters.get("page") ?? "";
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
