/** The page of the desk that a notice leads to, by the kind of thing it is about; null for what has none. */
export function pageOfSubject(kind: string, id: string): string | null {
  return pages.get(kind)?.(id) ?? null;
}

const pages = new Map<string, (id: string) => string>([
  ["delivery", (id) => `/desk/deliveries/${id}`],
  ["case", (id) => `/desk/cases/${id}`],
  ["need", (id) => `/desk/needs/${id}`],
  ["site", (id) => `/desk/sites/${id}`],
  ["run", (id) => `/desk/runs/${id}`],
  ["gift", (id) => `/desk/gifts/${id}`],
  ["deadline", () => "/desk/disclosures"],
  ["question", (id) => `/desk/questions/${id}`],
  ["stranded", () => "/desk/stranded"],
  ["pledge", (id) => `/desk/pledges/${id}`],
]);
