import type { CaseDecision, CaseKind } from "#db/vocabulary";

/** Where goods that were missing, or thought to be spoilt, turned up. */
export const foundPlaces = ["warehouse", "site"] as const;
export type FoundPlace = (typeof foundPlaces)[number];

/**
 * How a case may end. Goods in dispute are found, written off or sent again; where none are, the question is only
 * whether the first report stands.
 */
export function decisionsFor(kind: CaseKind): readonly CaseDecision[] {
  return kind === "short" || kind === "damaged" ? ["found", "written_off", "replaced"] : ["no_difference"];
}
