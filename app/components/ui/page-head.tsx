import type { ReactNode } from "react";

/** The page's one h1, what it covers and when, and its actions at the right. */
export function PageHead(props: { title: ReactNode; note?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="page-head">
      <h1>{props.title}</h1>
      {props.note && <p>{props.note}</p>}
      {props.actions && <div className="acts">{props.actions}</div>}
    </header>
  );
}
