import type { ReactNode } from "react";

/** A section of a desk page: heading, a note beside it, a link at the right, and its contents on white. */
export function Panel(props: {
  id?: string;
  title: ReactNode;
  note?: ReactNode;
  more?: ReactNode;
  /** Space around the contents; a table needs none. */
  padded?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="panel" id={props.id}>
      <header>
        <h2>{props.title}</h2>
        {props.note && <p>{props.note}</p>}
        {props.more && <span className="more">{props.more}</span>}
      </header>
      {props.padded ? <div className="inside">{props.children}</div> : props.children}
    </section>
  );
}
