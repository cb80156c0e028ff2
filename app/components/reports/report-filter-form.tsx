import { Form, Link } from "#app/components/layout/router.ts";
import { DateField } from "#app/components/fields/date-field.tsx";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { ReportFilter } from "#app/domain/reports/filter.ts";
import { queryOf } from "#app/domain/reports/filter-query.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** From, to and township, as a plain form that works by address. Without `townships` there is no choice of one. */
export function ReportFilterForm(props: {
  path: string;
  filter: ReportFilter;
  townshipLabel?: string;
  townships?: { code: string; name: string }[];
}) {
  const words = useMessages().reports.filter;
  const { filter, townships } = props;
  return (
    <Form
      key={queryOf(filter)}
      method="get"
      action={props.path}
      aria-label={words.label}
      className="no-print flex flex-wrap items-end gap-x-4 gap-y-3"
    >
      <DateField name="from" label={words.from} defaultValue={filter.from ?? ""} />
      <DateField name="to" label={words.to} defaultValue={filter.to ?? ""} />
      {townships && (
        <SelectField
          name="township"
          label={props.townshipLabel ?? words.township}
          defaultValue={filter.township ?? ""}
          blank={words.allTownships}
          choices={townships.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <Button tone="primary">{words.show}</Button>
      {queryOf(filter) !== "" && (
        <Link to={props.path} className="btn btn-quiet">
          {words.clear}
        </Link>
      )}
    </Form>
  );
}
