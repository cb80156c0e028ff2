import { shareOfValue } from "../money.ts";
import { allows, type Destination, type Restriction } from "../places/restriction.ts";

/** A source lot standing in one place, that could be picked from. Quantities in base units, value in fen. */
export interface Candidate {
  asset: bigint;
  account: bigint;
  available: bigint;
  valueFen: bigint;
  /** Civil date; null keeps for good. */
  expiresOn: string | null;
  receivedOn: string;
  restriction: Restriction | null;
}

export interface Pick {
  asset: bigint;
  account: bigint;
  quantity: bigint;
  /** The part of the lot's value that goes with it. */
  valueFen: bigint;
}

export interface Picking {
  picks: Pick[];
  /** What could not be found, in base units. */
  short: bigint;
}

/**
 * The picking rule: what is restricted to this receiver first (the narrower restriction before the wider), then first
 * expired, first out; among equals what came first. Never what is restricted to somebody else, what had not arrived by
 * `day`, or what has expired by then.
 */
export function pick(
  candidates: readonly Candidate[],
  wanted: bigint,
  to: Destination,
  day: string,
): Picking {
  const allowed = candidates.filter((lot) => allows(lot.restriction, to));
  return pickFirstExpired(allowed, wanted, day, (lot) => width(lot.restriction));
}

/** The same rule within lots that are all allowed: those of the lowest `rank` first. */
export function pickFirstExpired<Lot extends Candidate>(
  candidates: readonly Lot[],
  wanted: bigint,
  day: string,
  rank: (lot: Lot) => number,
): Picking {
  const inOrder = candidates
    .filter((lot) => lot.available > 0n && lot.receivedOn <= day && !expired(lot, day))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        compare(a.expiresOn ?? "9999", b.expiresOn ?? "9999") ||
        compare(a.receivedOn, b.receivedOn) ||
        compare(a.asset, b.asset) ||
        compare(a.account, b.account),
    );
  const picks: Pick[] = [];
  let short = wanted;
  for (const lot of inOrder) {
    if (short === 0n) break;
    const quantity = lot.available < short ? lot.available : short;
    const valueFen = shareOfValue(lot.valueFen, lot.available, quantity);
    picks.push({ asset: lot.asset, account: lot.account, quantity, valueFen });
    short -= quantity;
  }
  return { picks, short };
}

/** A lot may still be used on the day it expires. */
export const expired = (lot: { expiresOn: string | null }, day: string): boolean =>
  lot.expiresOn !== null && lot.expiresOn < day;

/** 0 this very site, 1 its township, 2 its kind, 3 free. */
function width(restriction: Restriction | null): number {
  if (restriction === null) return 3;
  if (restriction.siteId) return 0;
  return restriction.townshipCode ? 1 : 2;
}

const compare = <T extends string | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
