import { SelectField } from "#app/components/fields/select-field.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import type { Division } from "#app/domain/places/division.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Which sites a list shows, as a plain GET form. */
export function SiteFilter(props: { townships: Division[]; township: string; q: string }) {
  const messages = useMessages();
  const { sites: words } = messages.places;
  const choices = props.townships.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Form method="get" role="search" className="quick" key={`${props.township} ${props.q}`}>
      <SelectField
        name="township"
        label={words.township}
        choices={choices}
        blank={words.all}
        defaultValue={props.township}
      />
      <TextField name="q" label={words.search} type="search" defaultValue={props.q} />
      <div>
        <Button>{messages.common.actions.search}</Button>
      </div>
    </Form>
  );
}
