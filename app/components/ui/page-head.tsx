import type { ReactNode } from "react";

/** The page's one h1, what it covers and when, and its actions at the right. */
export function PageHead(props: { title: ReactNode; note?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="page-head">
      <h1>{typeof props.title === "string" ? <Whole text={props.title} /> : props.title}</h1>
      {props.note && <p>{props.note}</p>}
      {props.actions && <div className="acts">{props.actions}</div>}
    </header>
  );
}

/** A document's number in a title ("DH-2026-000003") is never broken at its hyphens. */
function Whole({ text }: { text: string }) {
  return text.split(/([A-Z]{2}-\d{4}-\d+)/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
