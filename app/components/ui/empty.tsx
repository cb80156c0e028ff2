import { Inbox, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Nothing yet: what will be here, and who puts it there. */
export function Empty(props: { icon?: LucideIcon; title: string; children?: ReactNode }) {
  const Icon = props.icon ?? Inbox;
  return (
    <div className="empty">
      <Icon aria-hidden />
      <b>{props.title}</b>
      {props.children && <span>{props.children}</span>}
    </div>
  );
}
