import type { AccountKind } from "#db/vocabulary";

/**
 * Where goods of a gift may stand, in the order they go through; the last two are where they should not end. Everything
 * given stands in exactly one of them, so that they add up to the gift.
 */
export const stages = [
  "received",
  "held",
  "stored",
  "between",
  "packed",
  "on_road",
  "confirmed",
  "handed_on",
  "in_question",
  "lost",
] as const;
export type Stage = (typeof stages)[number];

/** Base units, by stage. `lost` is negative when counting found more than was written down. */
export type Stages = Record<Stage, bigint>;

const stageOfKind: Partial<Record<AccountKind, Stage>> = {
  dock: "received",
  quarantine: "held",
  bin: "stored",
  transfer: "between",
  staging: "packed",
  delivery: "on_road",
  site: "confirmed",
  households: "handed_on",
  dispute: "in_question",
  loss: "lost",
};

/** The account kinds that are outside a gift's way: where it came from, and what only turns components into kits. */
export const outside = ["donor", "supplier", "kit", "assembly"] as const satisfies readonly AccountKind[];

/** The stage of what an account of this kind holds. Throws for a kind that no goods of a gift stand in. */
export function stageOf(kind: AccountKind): Stage {
  const stage = stageOfKind[kind];
  if (stage === undefined) throw new RangeError(`no goods of a gift stand in an account of kind ${kind}`);
  return stage;
}

export const noStages = (): Stages =>
  Object.fromEntries(stages.map((stage) => [stage, 0n])) as Record<Stage, bigint>;

/** What all stages hold together: what was given, whatever happened since. */
export const inAllStages = (of: Stages): bigint => stages.reduce((sum, stage) => sum + of[stage], 0n);

/** The stations a donor reads about, and how far a gift has come at each: all of it, a part, or not yet. */
export const stations = ["received", "stored", "packed", "on_road", "confirmed", "handed_on"] as const;
export type Station = (typeof stations)[number];
export type Reached = "done" | "now" | "next";

const stagesAt: Record<Station, readonly Stage[]> = {
  received: ["received", "held"],
  stored: ["stored", "between"],
  packed: ["packed"],
  on_road: ["on_road"],
  confirmed: ["confirmed"],
  handed_on: ["handed_on"],
};

/**
 * How far goods have come: a station is done when all have reached it, now when some have and others are still before it,
 * or when they are on the road to it. What is in question had left; what is lost had at least been received.
 */
export function reachedOf(of: Stages): Record<Station, Reached> {
  const amountAt = stations.map((station) => stagesAt[station].reduce((sum, stage) => sum + of[stage], 0n));
  const beyond: Partial<Record<Station, bigint>> = {
    received: of.in_question + (of.lost > 0n ? of.lost : 0n),
    stored: of.in_question,
    packed: of.in_question,
    on_road: of.in_question,
  };
  const state = (station: Station, at: number): Reached => {
    const reached = amountAt.slice(at).reduce((sum, amount) => sum + amount, beyond[station] ?? 0n);
    const before = amountAt.slice(0, at).reduce((sum, amount) => sum + amount, 0n);
    if (reached > 0n) return before > 0n ? "now" : "done";
    return station === "confirmed" && of.on_road > 0n ? "now" : "next";
  };
  return Object.fromEntries(stations.map((station, at) => [station, state(station, at)])) as Record<
    Station,
    Reached
  >;
}
