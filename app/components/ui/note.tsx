import { Check, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

const looks = {
  info: { className: "note", icon: Info },
  ok: { className: "note note-ok", icon: Check },
  warn: { className: "note note-warn", icon: TriangleAlert },
  bad: { className: "note note-bad", icon: TriangleAlert },
};

/** A notice that stands in the page. `live` reads it out when it appears: for what just happened. */
export function Note(props: {
  tone?: keyof typeof looks;
  icon?: LucideIcon;
  live?: boolean;
  children: ReactNode;
}) {
  const look = looks[props.tone ?? "info"];
  const Icon = props.icon ?? look.icon;
  return (
    <div className={look.className} role={props.live ? "status" : undefined}>
      <Icon aria-hidden />
      <div>{props.children}</div>
    </div>
  );
}
