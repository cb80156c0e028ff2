import { clsx } from "clsx";
import { Children, useId, type ReactNode } from "react";

export interface Column {
  label: ReactNode;
  /** Numbers stand right. */
  numeric?: boolean;
  /** For a column that has no visible head, such as one of buttons. */
  hiddenLabel?: boolean;
  /** Secondary: left out on a phone. Its cells say `className="wide-only"` too. */
  wideOnly?: boolean;
}

/**
 * A ledger table in its own scrolling box. Rows are plain `<tr>` with a `<th scope="row">` each; `className` "sub",
 * "flag" or "wrong" marks lots, attention and errors, "num" a number's cell. Without rows it shows `empty` instead.
 * A table of two or three narrow columns says `narrow` and then fits a phone without scrolling. One whose last columns
 * matter as much as the first says `stacked`: on a phone each row is then a block, in which a cell's `data-label` says
 * what its column's head says, and a cell of class "whole" takes the whole width.
 */
export function Ledger(props: {
  caption: string;
  captionHidden?: boolean;
  columns: Column[];
  children: ReactNode;
  foot?: ReactNode;
  empty?: ReactNode;
  narrow?: boolean;
  stacked?: boolean;
}) {
  const id = useId();
  if (props.empty && Children.toArray(props.children).length === 0) return <>{props.empty}</>;

  return (
    <div className="scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className={clsx("ledger", !props.narrow && "ledger-wide", props.stacked && "ledger-stacked")}>
        <caption id={id} className={props.captionHidden ? "sr-only" : undefined}>
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th
                key={index}
                scope="col"
                className={clsx(column.numeric && "num", column.wideOnly && "wide-only") || undefined}
              >
                {column.hiddenLabel ? <span className="sr-only">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </div>
  );
}
