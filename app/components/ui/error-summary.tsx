import { useEffect, useRef } from "react";
import { useMessages } from "#app/i18n/provider.tsx";

/**
 * What keeps a form from being saved, above the form: each item leads to its field. It takes the focus when it appears
 * and again whenever `attempt` changes.
 */
export function ErrorSummary(props: {
  title?: string;
  text?: string;
  items: { href: string; label: string; text: string }[];
  attempt?: unknown;
}) {
  const { form } = useMessages().common;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [props.attempt]);

  return (
    <div className="errbox" role="alert" tabIndex={-1} ref={box}>
      <h2>{props.title ?? form.notSaved}</h2>
      {props.text && <p>{props.text}</p>}
      {props.items.length > 0 && (
        <>
          {!props.text && <p>{form.checkBelow}</p>}
          <ul>
            {props.items.map((item) => (
              <li key={item.href}>
                <a href={item.href}>{item.label ? form.problem(item.label, item.text) : item.text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
