import { clsx } from "clsx";
import type { ReactNode } from "react";
import { formatQuantity } from "#app/domain/quantity.ts";
import { formatYuan } from "#app/domain/money.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Money, type MoneyScale } from "./money.tsx";
import { Note } from "./note.tsx";
import { Quantity } from "./quantity.tsx";

/** What the numbers are: fen, written at a scale, or base units of a thing. `bare` leaves the unit to the heading. */
export type Measure =
  { kind: "money"; in: MoneyScale; bare?: boolean } | { kind: "quantity"; unit: string; bare?: boolean };

export interface SumRow {
  /** The sign before the number; the first row usually has none. A "−" row's value is positive and taken away. */
  op?: "+" | "−";
  label: ReactNode;
  note?: ReactNode;
  value: bigint;
  tone?: "in" | "out" | "ok" | "bad";
}

const tones = { in: "text-in", out: "text-out", ok: "text-ok", bad: "text-bad" };

/**
 * 竖式, the school sum: rows, a rule, the total. Numbers that do not add up are never shown: in development and tests
 * this throws a RangeError, in production a notice stands in the sum's place. `label` names the table for readers who
 * do not see it.
 */
export function Sum(props: {
  label: string;
  rows: SumRow[];
  total: { label: ReactNode; note?: ReactNode; value: bigint };
  measure: Measure;
  huge?: boolean;
}) {
  const { rows, total, measure } = props;
  const off = differenceOf(rows, total.value);
  if (off !== 0n) return <DoesNotBalance label={props.label} off={off} measure={measure} />;

  return (
    <table className={clsx("sum", props.huge && "sum-huge")} aria-label={props.label}>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <th scope="row" className={row.tone && tones[row.tone]}>
              {row.label}
              {row.note && <small>{row.note}</small>}
            </th>
            <td className="op">{row.op}</td>
            <td className={row.tone === "bad" ? tones.bad : undefined}>
              <Amount value={row.value} measure={measure} />
            </td>
          </tr>
        ))}
        <tr className="total">
          <th scope="row">
            {total.label}
            {total.note && <small>{total.note}</small>}
          </th>
          <td className="op">=</td>
          <td>
            <Amount value={total.value} measure={measure} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function differenceOf(rows: SumRow[], total: bigint): bigint {
  return rows.reduce((sum, row) => (row.op === "−" ? sum - row.value : sum + row.value), 0n) - total;
}

function Amount({ value, measure }: { value: bigint; measure: Measure }) {
  if (measure.kind === "money") return <Money fen={value} in={measure.in} bare={measure.bare} />;
  return <Quantity quantity={value} unit={measure.bare ? "" : measure.unit} />;
}

function DoesNotBalance({ label, off, measure }: { label: string; off: bigint; measure: Measure }) {
  const { sum, units } = useMessages().common;
  const size = off < 0n ? -off : off;
  const difference =
    measure.kind === "money" ? `${formatYuan(size)} ${units.yuan}` : formatQuantity(size, measure.unit);
  if (process.env.NODE_ENV !== "production") {
    throw new RangeError(`The sum "${label}" does not add up: it is off by ${difference}.`);
  }
  return (
    <Note tone="bad">
      <b>{sum.doesNotBalance(difference)}</b>
    </Note>
  );
}
