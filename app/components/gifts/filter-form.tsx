import { Search } from "lucide-react";
import { DateField } from "#app/components/fields/date-field.tsx";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form, Link, useLocation } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { choicesOf, type Named } from "./choices.ts";

/** Narrows a list by words, days and organization: a plain GET form, open while something is narrowed. */
export function FilterForm(props: { label?: string; organizations?: Named[] }) {
  const { common, gifts } = useMessages();
  const { pathname, search } = useLocation();
  const parameters = new URLSearchParams(search);
  const value = (name: string) => parameters.get(name) ?? undefined;
  const narrowed = ["q", "from", "to", "organizationId"].some((name) => parameters.get(name));
  const { organizations = [] } = props;
  return (
    <details className="inside" open={narrowed} key={search}>
      <summary>{gifts.filter.title}</summary>
      <Form method="get" action={pathname} className="quick mt-2">
        <TextField name="q" label={props.label ?? gifts.filter.q} defaultValue={value("q")} />
        <DateField name="from" label={gifts.filter.from} defaultValue={value("from")} />
        <DateField name="to" label={gifts.filter.to} defaultValue={value("to")} />
        {organizations.length > 1 && (
          <SelectField
            name="organizationId"
            label={gifts.filter.organization}
            choices={choicesOf(organizations)}
            blank={gifts.filter.allOrganizations}
            defaultValue={value("organizationId")}
          />
        )}
        <Button icon={Search}>{common.actions.filter}</Button>
        {narrowed && (
          <Link to={pathname} className="btn btn-quiet">
            {common.actions.clearFilter}
          </Link>
        )}
      </Form>
    </details>
  );
}
