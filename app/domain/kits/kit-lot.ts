import type { ValueBasis } from "#db/vocabulary";
import type { Composition } from "./compose.ts";

/** What a kit takes over from a lot inside it. */
export interface InnerLot {
  expiresOn: string | null;
  restrictionId: string | null;
  valueBasis: ValueBasis;
}

/** A lot of kits, from what is inside: it expires with the first of its components and is restricted as they are. */
export function kitLotOf({ kits, perKit, valueFen }: Composition, lotOf: ReadonlyMap<bigint, InnerLot>) {
  const inside = [...perKit.keys()].map((asset) => lotOf.get(asset)!);
  const expiries = inside.map(({ expiresOn }) => expiresOn).filter((day) => day !== null);
  const bases = new Set(inside.map(({ valueBasis }) => valueBasis));
  const [basis] = bases;
  return {
    quantity: kits,
    expiresOn: expiries.length > 0 ? expiries.toSorted()[0]! : null,
    restrictionId: inside.find(({ restrictionId }) => restrictionId !== null)?.restrictionId ?? null,
    valueFen,
    valueBasis: bases.size === 1 && basis !== undefined ? basis : ("other_method" as const),
  };
}
