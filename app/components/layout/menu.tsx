import { Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/provider.tsx";
import { useLocation } from "./router.ts";

/** The menu of small screens: a disclosure, so it opens without script; a new page closes it. */
export function Menu({ children }: { children: ReactNode }) {
  const { navigation } = useMessages().common;
  const { key } = useLocation();
  return (
    <details className="menu" key={key}>
      <summary className="btn btn-quiet">
        <MenuIcon aria-hidden />
        {navigation.menu}
      </summary>
      <nav aria-label={navigation.menu}>{children}</nav>
    </details>
  );
}
