import type { DeliveryStatus, DifferenceReason } from "#db/vocabulary";
import { parseQuantity } from "../quantity.ts";

/** What somebody at a door may say of a line; untouched, it was all there. */
export const differenceKinds = ["short", "damaged", "extra", "wrong"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

const reasonOf: Record<DifferenceKind, DifferenceReason> = {
  short: "short_packed",
  damaged: "damaged_goods",
  extra: "more_came",
  wrong: "wrong_item",
};

/** A line as its form counts it: how much is still to come, in base units, and how many of them a pack holds. */
export interface LineToCount {
  n: number;
  quantity: bigint;
  packSize: bigint | null;
}

/** What a form counts of a line: all of it when somebody signed before, else what is still to come. */
export function lineToCount(
  line: { n: number; quantity: bigint; toCome: bigint; packSize: bigint | null },
  status: DeliveryStatus,
): LineToCount {
  const { n, quantity, toCome, packSize } = line;
  return { n, quantity: status === "confirmed" ? quantity : toCome, packSize };
}

/** A line of `ConfirmDelivery` before it is read: whole base units as text. */
export interface CountedInput {
  n: number;
  good: string;
  damaged: string;
  reason: DifferenceReason | null;
  remark: string;
}

export interface CountedForm {
  /** The lines that were touched; of a part, all. */
  lines: CountedInput[];
  /** Of each of `lines`, its index in the form. */
  at: number[];
  /** What cannot be read: keys of the dictionary `fields` by the name of the input. */
  problems: Record<string, string>;
}

/**
 * The receiver's form as `ConfirmDelivery` takes it. Of a line that is not right, `lines.<i>.what` says what is wrong and
 * `lines.<i>.packs` and `lines.<i>.loose` how much of it is; `lines.<i>.damaged` counts what is broken besides. Of a part,
 * what is short comes later and needs no reason, and lines that were not touched are counted as here. `read` answers "" for an input that is not there.
 */
export function countedForm(read: (name: string) => string, lines: readonly LineToCount[]): CountedForm {
  const counted: CountedForm = { lines: [], at: [], problems: {} };
  const part = read("part") === "on";
  for (const [index, line] of lines.entries()) {
    const at = `lines.${index}`;
    const what = differenceKinds.find((kind) => kind === read(`${at}.what`));
    if (what === undefined) {
      if (part)
        keep(counted, index, { n: line.n, good: line.quantity, damaged: 0n, reason: null, remark: "" });
      continue;
    }
    const wrong = amountOf(read, at, line.packSize, counted.problems);
    const broken = wholeOf(read(`${at}.damaged`), `${at}.damaged`, counted.problems);
    if (wrong === null || broken === null) continue;
    const damaged = what === "damaged" ? wrong + broken : broken;
    const arrived =
      what === "extra" ? line.quantity + wrong : line.quantity - (what === "damaged" ? 0n : wrong);
    const good = arrived - damaged;
    if (good < 0n) {
      counted.problems[`${at}.loose`] = "more_than_sent";
      continue;
    }
    const reason = part && what === "short" ? (damaged > 0n ? reasonOf.damaged : null) : reasonOf[what];
    keep(counted, index, { n: line.n, good, damaged, reason, remark: read(`${at}.remark`).trim() });
  }
  return counted;
}

function keep(
  counted: CountedForm,
  index: number,
  { good, damaged, ...line }: Omit<CountedInput, "good" | "damaged"> & { good: bigint; damaged: bigint },
): void {
  counted.lines.push({ ...line, good: String(good), damaged: String(damaged) });
  counted.at.push(index);
}

/** Whole packs and loose pieces together; null, with the problem noted, where there is neither or it cannot be read. */
function amountOf(
  read: (name: string) => string,
  at: string,
  packSize: bigint | null,
  problems: Record<string, string>,
): bigint | null {
  const packs = packSize === null ? 0n : wholeOf(read(`${at}.packs`), `${at}.packs`, problems);
  const loose = wholeOf(read(`${at}.loose`), `${at}.loose`, problems);
  if (packs === null || loose === null) return null;
  const amount = packs * (packSize ?? 0n) + loose;
  if (amount > 0n) return amount;
  problems[`${at}.loose`] = "how_many_wrong";
  return null;
}

const keys = {
  empty: "required",
  not_a_number: "not_a_number",
  negative: "not_positive",
  fraction: "not_whole",
  too_large: "too_large",
} as const;

function wholeOf(text: string, name: string, problems: Record<string, string>): bigint | null {
  const verdict = parseQuantity(text.trim() || "0");
  if (verdict.ok) return verdict.quantity;
  problems[name] = keys[verdict.reason];
  return null;
}
