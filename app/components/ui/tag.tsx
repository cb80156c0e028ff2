import { Check, PackageCheck, TriangleAlert, Truck, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type Tone = "plain" | "ok" | "bad" | "warn" | "in" | "out" | "edge";

const tones: Record<Tone, { className: string; icon?: LucideIcon }> = {
  plain: { className: "tag" },
  edge: { className: "tag tag-edge" },
  ok: { className: "tag tag-ok", icon: Check },
  bad: { className: "tag tag-bad", icon: TriangleAlert },
  warn: { className: "tag tag-warn", icon: TriangleAlert },
  in: { className: "tag tag-in", icon: PackageCheck },
  out: { className: "tag tag-out", icon: Truck },
};

/** A state: icon and word. Colour means direction or verdict only. */
export function Tag(props: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  const look = tones[props.tone ?? "plain"];
  const Icon = props.icon ?? look.icon;
  return (
    <span className={look.className}>
      {Icon && <Icon aria-hidden />}
      {props.children}
    </span>
  );
}
