import { clsx } from "clsx";
import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/provider.tsx";
import { useLocation } from "./router.ts";
import { SkipLink } from "./skip-link.tsx";

/**
 * A page read in a doorway, in one hand, without an account: big type, no menu. `head` is the blue top with the h1
 * (leave it out where a `.result` opens the page); `overline` stands above it beside 字再大些. Put the main buttons in
 * a `.dock` at the end of the form: they stay in view.
 */
export function PhoneLayout(props: {
  largeText: boolean;
  overline?: ReactNode;
  head?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <SkipLink />
      <div className={clsx("phone", props.largeText && "phone-large")}>
        {props.head && (
          <header className="ptop">
            <div className="row">
              <span>{props.overline}</span>
              <TextSizeSwitch large={props.largeText} />
            </div>
            {props.head}
          </header>
        )}
        <main id="main">{props.children}</main>
      </div>
    </>
  );
}

function TextSizeSwitch({ large }: { large: boolean }) {
  const { actions } = useMessages().common;
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/text-size">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <button name="text" value={large ? "normal" : "large"}>
        {large ? actions.smallerText : actions.largerText}
      </button>
    </form>
  );
}
