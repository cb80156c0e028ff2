import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { Combobox } from "#app/components/fields/combobox.tsx";
import { DateField } from "#app/components/fields/date-field.tsx";
import { useFormContext } from "#app/components/fields/form-context.ts";
import { MoneyField } from "#app/components/fields/money-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { valueBases } from "#db/vocabulary";
import type { ItemSuggestion } from "#app/domain/gifts/form-choices.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { choicesOf } from "./choices.ts";
import { PackEcho } from "./pack-echo.tsx";
import { PurposeField } from "./purpose-field.tsx";

/** One line of goods: what, how much and how packed; the rest behind one word. `line` is its path, "lines.0". */
export function GoodsLineFields(props: { line: string; items: ItemSuggestion[]; purposes: string[] }) {
  const { line, items } = props;
  const { gifts, common } = useMessages();
  const { fields, valueBases: bases, moreOfLine } = gifts;
  const { problem: about } = common.form;
  useFillFromCatalogue(line, items);
  return (
    <>
      <Combobox name={`${line}.item`} choices={choicesOf(items)} />
      <NumberField name={`${line}.quantity`} />
      <TextField name={`${line}.packName`} maxLength={10} />
      <NumberField name={`${line}.packSize`} />
      <TextField name={`${line}.unit`} maxLength={10} />
      <div className="full">
        <PackEcho line={line} />
      </div>
      <details className="full" open={useFaultWithin(line)}>
        <summary>{moreOfLine}</summary>
        <div className="quick mt-2">
          <TextField name={`${line}.specification`} maxLength={60} />
          <TextField name={`${line}.lotNumber`} maxLength={40} />
          <DateField name={`${line}.expiresOn`} />
          <MoneyField name={`${line}.unitValue`} echo={false} />
          <MoneyField name={`${line}.value`} echo={false} />
          <SelectField
            name={`${line}.valueBasis`}
            choices={valueBases.map((basis) => ({ value: basis, label: bases[basis] }))}
            blank="—"
          />
          <PurposeField name={`${line}.restrictedTo`} purposes={props.purposes} />
          <p className="full text-small text-ink-2">
            {about(fields.packName, fields.packNameHint)} · {about(fields.unit, fields.unitHint)} ·{" "}
            {fields.valueHint}
          </p>
        </div>
      </details>
    </>
  );
}

const inside = [
  "specification",
  "lotNumber",
  "expiresOn",
  "unitValue",
  "value",
  "valueBasis",
  "restrictedTo",
];

/** Something behind the word is filled in or wrong, so it stands open. */
function useFaultWithin(line: string): boolean {
  const { problems } = useFormContext();
  return inside.some((name) => problems[`${line}.${name}`] !== undefined);
}

/** An item of the catalogue brings its unit and usual pack, where nothing was typed yet. */
function useFillFromCatalogue(line: string, items: ItemSuggestion[]) {
  const { form } = useFormContext();
  const typed: unknown = useWatch({ control: form.control, name: `${line}.item` });
  useEffect(() => {
    const item = items.find(({ name }) => name === typed);
    if (item === undefined) return;
    const fill = (name: string, value: string | null) => {
      const present: unknown = form.getValues(`${line}.${name}`);
      if (value !== null && (present === undefined || present === ""))
        form.setValue(`${line}.${name}`, value);
    };
    fill("unit", item.unit);
    const packed: unknown = form.getValues(`${line}.packName`);
    if (packed === undefined || packed === "") {
      fill("packName", item.packName);
      fill("packSize", item.packSize);
    }
  }, [typed, items, line, form]);
}
