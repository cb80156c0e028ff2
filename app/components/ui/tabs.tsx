import type { ReactNode } from "react";
import { Link, useLocation } from "#app/components/layout/router.ts";

/** Tabs are links: each is a page with an address of its own. `extra` is a tag behind the word. */
export function Tabs(props: {
  label: string;
  tabs: { href: string; label: string; extra?: ReactNode }[];
  current?: string;
}) {
  const { pathname, search } = useLocation();
  const here = [pathname + search, pathname].find((address) =>
    props.tabs.some((tab) => tab.href === address),
  );
  const current = props.current ?? here;
  return (
    <nav className="tabs" aria-label={props.label}>
      {props.tabs.map((tab) => (
        <Link key={tab.href} to={tab.href} aria-current={tab.href === current ? "page" : undefined}>
          {tab.label}
          {tab.extra}
        </Link>
      ))}
    </nav>
  );
}
