import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { EditItem } from "#app/domain/items/schema.ts";
import { itemCategories, type ItemCategory } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

/** An item's name, category, specification and usual pack; its unit stays. */
export function ItemForm(props: {
  item: {
    id: string;
    name: string;
    category: ItemCategory;
    unit: string;
    specification: string | null;
    packName: string | null;
    packSize: bigint | null;
  };
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { item } = props;
  const { fields: labels, categories, save, unitFixed } = useMessages().items;
  const form = useVerbForm({
    schema: EditItem,
    defaults: {
      name: item.name,
      category: item.category,
      specification: item.specification ?? "",
      packName: item.packName ?? "",
      packSize: item.packSize === null ? "" : `${item.packSize}`,
    },
    errors: props.errors,
    labels,
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id="item" className="grid gap-4">
      <input type="hidden" name="itemId" value={item.id} />
      <p className="text-small text-ink-2">{unitFixed(item.unit)}</p>
      <div className="quick">
        <TextField name="name" maxLength={60} />
        <SelectField
          name="category"
          blank={false}
          choices={itemCategories.map((category) => ({ value: category, label: categories[category] }))}
        />
        <TextField name="specification" optional maxLength={60} />
      </div>
      <div className="quick">
        <TextField name="packName" optional maxLength={10} hint={labels.packNameHint} />
        <NumberField name="packSize" optional unit={item.unit} />
      </div>
      <div>
        <SubmitButton>{save}</SubmitButton>
      </div>
    </VerbForm>
  );
}
