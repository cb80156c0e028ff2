import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import { currentEntry } from "./current.ts";
import { Link, useLocation } from "./router.ts";

/** `badge`: how many things wait there, with what they are where the label does not say so; "bad" when one is overdue. */
export interface MenuItem {
  href: string;
  label: string;
  icon: LucideIcon;
  badge?: { count: number; tone: "bad" | "warn"; words?: string };
}

export interface MenuGroup {
  label: string;
  items: MenuItem[];
}

/** The desk's pages by group, the present one marked. */
export function DeskMenu({ groups }: { groups: MenuGroup[] }) {
  const { pathname } = useLocation();
  const hrefs = groups.flatMap((group) => group.items.map((item) => item.href));
  const current = currentEntry(pathname, hrefs);
  return (
    <>
      {groups.map((group) => (
        <div key={group.label}>
          <div className="nav-group">{group.label}</div>
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <DeskMenuItem item={item} current={item.href === current} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function DeskMenuItem({ item, current }: { item: MenuItem; current: boolean }) {
  const { href, label, icon: Icon, badge } = item;
  return (
    <Link className="nav-item" to={href} aria-current={current ? "page" : undefined}>
      <Icon aria-hidden />
      {label}
      {badge !== undefined && badge.count > 0 && (
        <b className={clsx("nav-badge", badge.tone === "warn" && "nav-badge-warn")}>
          {badge.words ?? badge.count}
        </b>
      )}
    </Link>
  );
}
