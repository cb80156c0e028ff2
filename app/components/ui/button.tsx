import { cva, type VariantProps } from "class-variance-authority";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import type { LucideIcon } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";

const buttonClass = cva("btn", {
  variants: {
    tone: {
      plain: "",
      primary: "btn-primary",
      go: "btn-go",
      danger: "btn-danger",
      quiet: "btn-quiet",
    },
    size: { normal: "", mid: "btn-mid", big: "btn-big" },
  },
  defaultVariants: { tone: "plain", size: "normal" },
});

interface Look extends VariantProps<typeof buttonClass> {
  icon?: LucideIcon;
  children: ReactNode;
  className?: string;
}

/** A button says its result: 全部收到, 存. `type` is "submit" unless told otherwise, as in HTML. */
export function Button(props: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  const { tone, size, icon: Icon, children, className, ...rest } = props;
  return (
    <button className={buttonClass({ tone, size, className })} {...rest}>
      {Icon && <Icon aria-hidden />}
      {children}
    </button>
  );
}

/** A link that looks like a button. `document` leaves the app: for files, and pages that must load afresh. */
export function LinkButton(props: Look & { href: string; document?: boolean; download?: boolean }) {
  const { tone, size, icon: Icon, children, className, href, document, download } = props;
  return (
    <Link
      to={href}
      reloadDocument={document || download}
      download={download || undefined}
      className={buttonClass({ tone, size, className })}
    >
      {Icon && <Icon aria-hidden />}
      {children}
    </Link>
  );
}
