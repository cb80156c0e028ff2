import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/provider.tsx";
import { Brand } from "./brand.tsx";
import { currentEntry } from "./current.ts";
import { Footer, type Publisher } from "./footer.tsx";
import { IssueBar, type Issue } from "./issue-bar.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Menu } from "./menu.tsx";
import { paths } from "./paths.ts";
import { Link, useLocation } from "./router.ts";
import { SkipLink } from "./skip-link.tsx";

/**
 * What everybody may read: masthead, the current issue's bar, page, footer. A page's `children` are full-width
 * sections; text that should keep the measure goes into a `.wrap`. `signedIn` turns "sign in" into the way to the desk.
 */
export function PublicLayout(props: {
  issue?: Issue;
  publisher?: Publisher;
  signedIn?: boolean;
  children: ReactNode;
}) {
  const { navigation, desk } = useMessages().common;
  const { pathname } = useLocation();
  const entries = [
    { href: paths.home, label: navigation.ledger },
    { href: paths.reports, label: navigation.reports },
    { href: paths.lookUp, label: navigation.lookUp },
    props.signedIn
      ? { href: paths.desk, label: desk.overview }
      : { href: paths.signIn, label: navigation.signIn },
  ];
  const current = currentEntry(
    pathname,
    entries.map((entry) => entry.href),
  );
  const links = (className?: string) =>
    entries.map(({ href, label }) => (
      <Link key={href} to={href} className={className} aria-current={href === current ? "page" : undefined}>
        {label}
      </Link>
    ));

  return (
    <>
      <SkipLink />
      <header>
        <div className="mast">
          <div className="wrap">
            <Brand />
            <nav className="mast-nav" aria-label={navigation.main}>
              {links()}
            </nav>
            <LanguageSwitch />
            <Menu>{links("nav-item")}</Menu>
          </div>
        </div>
        {props.issue && <IssueBar issue={props.issue} />}
      </header>
      <main id="main" className="public-main">
        {props.children}
      </main>
      {props.publisher && <Footer publisher={props.publisher} />}
    </>
  );
}
