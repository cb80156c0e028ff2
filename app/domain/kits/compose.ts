import { shareOfValue } from "../money.ts";
import type { Pick } from "../stock/pick.ts";

/** A component of a recipe with the lots picked for it: together `perKit` for every kit, in base units. */
export interface PickedComponent {
  perKit: bigint;
  picks: readonly Pick[];
}

/** Kits that hold the same lots in the same numbers. */
export interface Composition {
  kits: bigint;
  /** Base units of each lot in one kit. */
  perKit: Map<bigint, bigint>;
  /** What goes into all of them, by lot and the place it is taken from. */
  parts: Pick[];
  /** The sum of the parts, in fen. */
  valueFen: bigint;
}

/**
 * Puts picked lots into kits in their order. Where a lot ends in the middle of a kit, that kit is a composition of its
 * own: 10 kits of 10 from A (65) and B (35) are 6 of A, 1 of 5 + 5, and 3 of B. Every fen picked is in exactly one.
 */
export function compose(components: readonly PickedComponent[], kits: bigint): Composition[] {
  const shelves = components.map(({ perKit, picks }) => ({
    perKit,
    left: picks.map((pick) => ({ ...pick })),
  }));
  const compositions = new Map<string, Composition>();
  for (let left = kits; left > 0n;) {
    const alike = least(left, ...shelves.map(({ perKit, left }) => ofFirstLot(left) / perKit));
    const made = alike > 0n ? alike : 1n;
    const parts = shelves.flatMap(({ perKit, left }) => takeFrom(left, perKit * made));
    add(compositions, made, parts);
    left -= made;
  }
  return [...compositions.values()];
}

/** How much of the lot that is next stands at the front, in whichever places. */
function ofFirstLot(left: readonly Pick[]): bigint {
  let sum = 0n;
  for (const { asset, quantity } of left) {
    if (asset !== left[0]?.asset) break;
    sum += quantity;
  }
  return sum;
}

function takeFrom(left: Pick[], wanted: bigint): Pick[] {
  const taken: Pick[] = [];
  for (let missing = wanted; missing > 0n;) {
    const next = left[0];
    if (!next) throw new RangeError("fewer picked than the kits need");
    const quantity = least(next.quantity, missing);
    const valueFen = shareOfValue(next.valueFen, next.quantity, quantity);
    taken.push({ ...next, quantity, valueFen });
    next.quantity -= quantity;
    next.valueFen -= valueFen;
    missing -= quantity;
    if (next.quantity === 0n) left.shift();
  }
  return taken;
}

function add(compositions: Map<string, Composition>, kits: bigint, parts: readonly Pick[]): void {
  const perKit = new Map<bigint, bigint>();
  for (const { asset, quantity } of parts) perKit.set(asset, (perKit.get(asset) ?? 0n) + quantity);
  for (const [asset, quantity] of perKit) perKit.set(asset, quantity / kits);
  const key = [...perKit].map(([asset, quantity]) => `${asset}×${quantity}`).join(" ");
  const same = compositions.get(key) ?? { kits: 0n, perKit, parts: [], valueFen: 0n };
  same.kits += kits;
  same.parts.push(...parts);
  same.valueFen += parts.reduce((sum, { valueFen }) => sum + valueFen, 0n);
  compositions.set(key, same);
}

const least = (...numbers: readonly bigint[]): bigint =>
  numbers.reduce((smallest, number) => (number < smallest ? number : smallest));
