import type { CaseDecision, CaseKind } from "#db/vocabulary";

/** Where goods that were missing, or thought to be spoilt, turned up; of a transfer, at which of the two docks. */
export const foundPlaces = ["warehouse", "site", "origin", "destination"] as const;
export type FoundPlace = (typeof foundPlaces)[number];

/** What a case is about. */
export type CaseAbout = "delivery" | "transfer";

/**
 * How a case may end. Goods in dispute are found, written off or sent again; where none are, the question is only
 * whether the first report stands. Nobody sends a transfer again in its stead: the next is a transfer like any other.
 */
export function decisionsFor(kind: CaseKind, about: CaseAbout): readonly CaseDecision[] {
  if (kind !== "short" && kind !== "damaged") return ["no_difference"];
  return about === "transfer" ? ["found", "written_off"] : ["found", "written_off", "replaced"];
}

/** Where goods of a delivery, or of a transfer, can turn up. */
export const placesFor = (about: CaseAbout): readonly FoundPlace[] =>
  about === "transfer" ? ["origin", "destination"] : ["warehouse", "site"];
