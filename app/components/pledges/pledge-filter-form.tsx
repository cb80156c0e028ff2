import { Search } from "lucide-react";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form, useLocation } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** Which promises: those something is still to come of, or all; by number or donor. */
export function PledgeFilterForm() {
  const { common, gifts, pledges } = useMessages();
  const { pathname, search } = useLocation();
  const parameters = new URLSearchParams(search);
  return (
    <Form method="get" action={pathname} className="inside quick" key={search}>
      <SelectField
        name="show"
        label={pledges.show}
        blank={pledges.showOpen}
        choices={[{ value: "all", label: pledges.showAll }]}
        defaultValue={parameters.get("show") ?? undefined}
      />
      <TextField name="q" label={gifts.filter.q} defaultValue={parameters.get("q") ?? undefined} />
      <div>
        <Button icon={Search}>{common.actions.filter}</Button>
      </div>
    </Form>
  );
}
