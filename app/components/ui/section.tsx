import type { ReactNode } from "react";

/** A section of a public page: heading, a note, and a link at the right. */
export function Section(props: {
  id?: string;
  title: ReactNode;
  note?: ReactNode;
  more?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="sec" id={props.id}>
      <header>
        <h2>{props.title}</h2>
        {props.note && <p>{props.note}</p>}
        {props.more && <span className="more">{props.more}</span>}
      </header>
      {props.children}
    </section>
  );
}
