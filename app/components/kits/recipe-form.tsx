import { LinesField } from "#app/components/fields/lines-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { RecipeLine } from "#app/domain/kits/lots-for-kits.server.ts";
import { SetRecipe } from "#app/domain/kits/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What goes into one kit: a line for each component. */
export function RecipeForm(props: {
  itemId: string;
  components: RecipeLine[];
  choices: { value: string; label: string; unit: string }[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { recipe: words } = useMessages().kits;
  const labels = {
    itemId: words.kit,
    components: words.components,
    "components.itemId": words.item,
    "components.quantity": words.quantity,
  };
  const defaults = {
    components: props.components.map(({ itemId, perKit }) => ({ itemId, quantity: String(perKit) })),
  };
  const choices = props.choices.map(({ value, label, unit }) => ({
    value,
    label: words.choice(label, unit),
  }));
  const form = useVerbForm({
    schema: SetRecipe,
    defaults,
    errors: props.errors,
    labels,
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id="recipe" className="grid max-w-3xl gap-4">
      <input type="hidden" name="itemId" value={props.itemId} />
      <LinesField name="components">
        {(line) => (
          <>
            <SelectField name={`${line}.itemId`} choices={choices} />
            <NumberField name={`${line}.quantity`} />
          </>
        )}
      </LinesField>
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}
