import { parseCode } from "../code.ts";
import { refuse } from "../errors.ts";
import { isId } from "../is-id.ts";
import { MOST_LABELS } from "./schema.ts";

/** Which labels an address asks for. */
export type LabelSelection =
  | { by: "run"; id: string }
  /** All labelled bins of a warehouse. */
  | { by: "warehouse"; id: string }
  /** The boxes that came with a consignment. */
  | { by: "consignment"; id: string }
  /** The boxes that stand in a place, by its account. */
  | { by: "place"; account: string }
  | { by: "codes"; codes: string[] };

const identified = ["run", "warehouse", "consignment"] as const;

/**
 * Reads `?run=`, `?warehouse=`, `?consignment=`, `?place=` or `?codes=`; undefined when it names nothing readable. Of
 * codes, one that is none refuses as `code_misread`, and
 * more than a thousand as `invalid`.
 */
export function selectionIn(parameters: URLSearchParams): LabelSelection | undefined {
  for (const by of identified) {
    const id = parameters.get(by);
    if (id) return isId(id) ? { by, id } : undefined;
  }
  const account = parameters.get("place");
  if (account) return /^\d{1,18}$/.test(account) ? { by: "place", account } : undefined;
  const codes = codesIn(parameters.get("codes") ?? "");
  return codes.length > 0 ? { by: "codes", codes } : undefined;
}

/** The same as an address says it. */
export function selectionQuery(selection: LabelSelection): string {
  switch (selection.by) {
    case "place":
      return `place=${selection.account}`;
    case "codes":
      return `codes=${selection.codes.join(",")}`;
    default:
      return `${selection.by}=${selection.id}`;
  }
}

/** Codes as typed, pasted or scanned one after the other, separated by line breaks, commas or spaces; each once. */
function codesIn(text: string): string[] {
  const codes = new Set<string>();
  for (const piece of text.split(/[\s,，、;；]+/).filter(Boolean)) {
    const verdict = parseCode(piece);
    codes.add(verdict.ok ? verdict.code : refuse("code_misread", { code: piece.slice(0, 40) }));
  }
  if (codes.size > MOST_LABELS) refuse("invalid", { fields: { codes: "too_many" } });
  return [...codes];
}
