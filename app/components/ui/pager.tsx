import { ChevronLeft, ChevronRight } from "lucide-react";
import { Link, useLocation } from "#app/components/layout/router.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Previous and next as plain links (`?page=2`, other parameters kept). Pages count from 1. */
export function Pager(props: { page: number; pages: number; rows?: number }) {
  const { pages: words } = useMessages().common;
  const { page, pages, rows } = props;
  return (
    <nav className="pager" aria-label={words.label}>
      {page > 1 && <Turn to={page - 1} rel="prev" label={words.previous} />}
      <span>
        {words.position(page, pages)}
        {rows !== undefined && ` · ${words.rows(rows)}`}
      </span>
      {page < pages && <Turn to={page + 1} rel="next" label={words.next} />}
    </nav>
  );
}

function Turn({ to, rel, label }: { to: number; rel: "prev" | "next"; label: string }) {
  const { pathname, search } = useLocation();
  const parameters = new URLSearchParams(search);
  parameters.set("page", String(to));
  return (
    <Link className="btn" rel={rel} to={`${pathname}?${parameters.toString()}`}>
      {rel === "prev" && <ChevronLeft aria-hidden />}
      {label}
      {rel === "next" && <ChevronRight aria-hidden />}
    </Link>
  );
}
