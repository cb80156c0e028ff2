import { SelectField } from "#app/components/fields/select-field.tsx";
import { CheckField } from "#app/components/fields/check-field.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

export interface BoxesAsked {
  warehouse: string;
  bin: string;
  q: string;
  unknown: boolean;
}

/** Which boxes are shown: a plain GET form. */
export function BoxFilter(props: { asked: BoxesAsked; warehouses: { id: string; name: string }[] }) {
  const { boxes: words, stock, common } = useMessages();
  const { asked } = props;
  return (
    <Form method="get" role="search" className="quick" key={JSON.stringify(asked)}>
      {asked.bin && <input type="hidden" name="bin" value={asked.bin} />}
      <SelectField
        name="warehouse"
        label={words.warehouse}
        choices={props.warehouses.map(({ id, name }) => ({ value: id, label: name }))}
        blank={stock.filter.allWarehouses}
        defaultValue={asked.warehouse}
      />
      <TextField name="q" type="search" label={words.find} defaultValue={asked.q} />
      <CheckField name="unknown" label={words.unknownOnly} defaultValue={asked.unknown ? "true" : ""} />
      <div>
        <Button>{common.actions.search}</Button>
      </div>
    </Form>
  );
}
