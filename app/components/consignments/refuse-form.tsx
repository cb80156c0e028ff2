import { NumberField } from "#app/components/fields/number-field.tsx";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import type { Consignment, Line } from "#app/domain/consignments/get.server.ts";
import { RefuseGoods } from "#app/domain/consignments/schema.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { refusalActions, refusalReasons } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

/** What is not taken in, or held back: of a line, a whole box, or goods by name. `line` is the one to begin with. */
export function RefuseForm(props: {
  consignment: Consignment;
  line: Line | undefined;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { consignment, line, errors, requestId } = props;
  const { refuse: words, fields } = useMessages().consignments;
  const labels = { ...fields, note: fields.refusalNote };
  const form = useVerbForm({ schema: RefuseGoods, defaults: suggestion(line), errors, labels, requestId });
  return (
    <VerbForm form={form} id="refuse" className="grid max-w-xl gap-4">
      <input type="hidden" name="consignmentId" value={consignment.id} />
      <SelectField
        name="n"
        blank={words.noLine}
        choices={consignment.lines.map(({ n, item, counted, unit }) => ({
          value: `${n}`,
          label: words.lineLeft(item, formatQuantity(counted, unit)),
        }))}
      />
      <NumberField name="quantity" unit={line?.unit} optional={consignment.boxes.length > 0} />
      {consignment.boxes.length > 0 && (
        <TextField name="code" optional maxLength={60} hint={words.codeHint} spellCheck={false} />
      )}
      <RadioTiles
        name="action"
        choices={refusalActions.map((action) => ({
          value: action,
          label: words.actions[action],
          hint: words.actionHints[action],
        }))}
      />
      <SelectField
        name="reason"
        choices={refusalReasons.map((reason) => ({ value: reason, label: words.reasons[reason] }))}
      />
      <TextField name="note" optional maxLength={200} />
      <div className="flex flex-wrap items-end gap-4">
        <TextField name="item" optional maxLength={60} hint={words.itemHint} />
        <TextField name="unit" optional maxLength={10} className="w-32" />
      </div>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{words.save}</SubmitButton>
        <LinkButton href={`/desk/consignments/${consignment.id}`}>{words.keep}</LinkButton>
      </div>
    </VerbForm>
  );
}

/** What the line's expiry asks for: all that is still accepted of it, held back when it has expired. */
function suggestion(line: Line | undefined): TypedValues {
  if (line === undefined) return {};
  const rest = { n: `${line.n}`, quantity: `${line.accepted}` };
  switch (line.life.verdict) {
    case "fine":
      return { n: rest.n };
    case "short":
      return { ...rest, action: "rejected", reason: "short_life" };
    case "expired":
      return { ...rest, action: "rejected", reason: "expired" };
  }
}
