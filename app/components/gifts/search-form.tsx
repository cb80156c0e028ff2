import { clsx } from "clsx";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form, Link, useLocation } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** A list's search by one word (`?q=`); `children` are further choices beside it. */
export function SearchForm({ label, children }: { label: string; children?: ReactNode }) {
  const { actions } = useMessages().common;
  const { pathname, search } = useLocation();
  const q = new URLSearchParams(search).get("q") ?? undefined;
  return (
    <Form
      method="get"
      action={pathname}
      className={clsx("inside", children ? "quick" : "flex flex-wrap items-end gap-2.5")}
      key={search}
    >
      <TextField
        name="q"
        label={label}
        defaultValue={q}
        className={children ? undefined : "max-w-xl grow basis-36"}
      />
      {children}
      <div className="flex flex-wrap gap-2 max-desk:col-span-full">
        <Button icon={Search}>{actions.search}</Button>
        {search !== "" && (
          <Link to={pathname} className="btn btn-quiet">
            {actions.clearFilter}
          </Link>
        )}
      </div>
    </Form>
  );
}
