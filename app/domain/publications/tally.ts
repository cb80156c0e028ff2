import type { DistributionRow } from "../reports/distribution.ts";
import type { ReceiptRow } from "../reports/receipt.ts";
import type { Figures } from "./figures.ts";

type Donor = Figures["donors"][number];
type Township = Figures["townships"][number];
type Site = Figures["sites"][number];

/** Adds the lines of the tables up by donor, township and site while they pass. */
export class Tally {
  readonly #donors = new Map<string | null, Donor>();
  readonly #townships = new Map<string | null, Township>();
  readonly #sites = new Map<string, Site>();

  receipts(rows: readonly ReceiptRow[]): void {
    for (const { donor: name, donorKind: kind, kind: of, valueFen } of rows) {
      const sum = entry(this.#donors, name, () => ({
        name,
        kind: name === null ? null : kind,
        lines: 0,
        moneyFen: 0n,
        goodsFen: 0n,
      }));
      sum.lines += 1;
      if (of === "money") sum.moneyFen += valueFen ?? 0n;
      else sum.goodsFen += valueFen ?? 0n;
    }
  }

  distributions(rows: readonly DistributionRow[]): void {
    for (const { kind: of, township: name, receiver, siteKind: kind, valueFen } of rows) {
      const township = entry(this.#townships, name, () => ({ name, lines: 0, valueFen: 0n }));
      township.lines += 1;
      township.valueFen += valueFen;
      if (of !== "goods" || receiver === null) continue;
      const site = entry(this.#sites, `${name}/${receiver}`, () => ({
        name: receiver,
        township: name,
        kind,
        lines: 0,
        valueFen: 0n,
      }));
      site.lines += 1;
      site.valueFen += valueFen;
    }
  }

  /** The largest first. */
  sums(): Pick<Figures, "donors" | "townships" | "sites"> {
    return {
      donors: sorted([...this.#donors.values()], ({ moneyFen, goodsFen }) => moneyFen + goodsFen),
      townships: sorted([...this.#townships.values()], ({ valueFen }) => valueFen),
      sites: sorted([...this.#sites.values()], ({ valueFen }) => valueFen),
    };
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

const sorted = <Row extends { name: string | null }>(rows: Row[], of: (row: Row) => bigint): Row[] =>
  rows.sort((a, b) => {
    const [left, right] = [of(a), of(b)];
    return left === right ? ((a.name ?? "") < (b.name ?? "") ? -1 : 1) : left > right ? -1 : 1;
  });
