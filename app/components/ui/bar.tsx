import { clsx } from "clsx";

/** A share (0 to 1) as a bar, beside words that say it. SVG, because browsers leave backgrounds out of prints. */
export function Bar({ share, tone = "in" }: { share: number; tone?: "in" | "out" | "ok" }) {
  const percent = Math.max(0, Math.min(1, share)) * 100;
  return (
    <svg
      className={clsx("bar", tone === "out" && "bar-out", tone === "ok" && "bar-ok")}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden
    >
      <rect width={percent} height={10} />
    </svg>
  );
}
