import { LinesField } from "#app/components/fields/lines-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { type Choice, SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { ItemDetails } from "#app/domain/items/get.server.ts";
import { printedGtin } from "#app/domain/items/gtin.ts";
import { AddItem, EditItem } from "#app/domain/items/schema.ts";
import { itemCategories, storageConditions } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

/** Everything of an item: of a new one with its unit, of a known one without, for that stays. */
export function ItemForm(props: {
  item: ItemDetails | undefined;
  /** What may be sent instead of it. */
  others: Choice[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { item } = props;
  const { fields: labels, unitFixed, save, add } = useMessages().items;
  const form = useVerbForm({
    schema: item ? EditItem : AddItem,
    defaults: item ? valuesOf(item) : {},
    errors: props.errors,
    labels,
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id="item" className="grid gap-5">
      {item && (
        <>
          <input type="hidden" name="itemId" value={item.id} />
          <p className="text-small text-ink-2">{unitFixed(item.unit)}</p>
        </>
      )}
      <Facts unitAsked={!item} />
      <Lists unit={item?.unit ?? ""} others={props.others} />
      <div>
        <SubmitButton>{item ? save : add}</SubmitButton>
      </div>
    </VerbForm>
  );
}

function Facts({ unitAsked }: { unitAsked: boolean }) {
  const { fields: labels, categories, storages, allStorages } = useMessages().items;
  return (
    <>
      <div className="quick">
        <TextField name="name" maxLength={60} className="max-desk:col-span-full" />
        {unitAsked && (
          <TextField name="unit" maxLength={10} hint={labels.unitHint} className="max-desk:col-span-full" />
        )}
        <SelectField
          name="category"
          choices={itemCategories.map((category) => ({ value: category, label: categories[category] }))}
        />
        <TextField name="specification" optional maxLength={60} />
      </div>
      <div className="quick">
        <SelectField
          name="storage"
          optional
          blank={allStorages}
          choices={storageConditions.map((word) => ({ value: word, label: storages[word] }))}
        />
        <NumberField
          name="minRemainingDays"
          optional
          hint={labels.minRemainingDaysHint}
          className="max-desk:col-span-full"
        />
        <TextField name="gbCode" optional maxLength={7} inputMode="numeric" hint={labels.gbCodeHint} />
      </div>
    </>
  );
}

function Lists({ unit, others }: { unit: string; others: Choice[] }) {
  const { fields: labels, none, packOf } = useMessages().items;
  return (
    <>
      <LinesField name="packs" blank={1} hint={labels.packsHint}>
        {(line) => (
          <>
            <TextField name={`${line}.name`} maxLength={10} />
            <NumberField name={`${line}.count`} />
            <TextField name={`${line}.of`} optional maxLength={10} hint={packOf(unit)} />
          </>
        )}
      </LinesField>
      <LinesField name="aliases" blank={1} hint={labels.aliasesHint}>
        {(line) => <TextField name={`${line}.name`} maxLength={60} />}
      </LinesField>
      <LinesField name="barcodes" blank={1} hint={labels.barcodesHint}>
        {(line) => (
          <>
            <TextField name={`${line}.gtin`} inputMode="numeric" autoComplete="off" maxLength={40} />
            <NumberField name={`${line}.packSize`} optional unit={unit || undefined} />
          </>
        )}
      </LinesField>
      <LinesField name="substitutes" blank={1} hint={labels.substitutesHint}>
        {(line) => <SelectField name={`${line}.itemId`} blank={none} choices={others} />}
      </LinesField>
    </>
  );
}

function valuesOf(item: ItemDetails): TypedValues {
  return {
    name: item.name,
    category: item.category,
    specification: item.specification ?? "",
    storage: item.storage ?? "",
    minRemainingDays: item.minRemainingDays === null ? "" : `${item.minRemainingDays}`,
    gbCode: item.gbCode ?? "",
    packs: item.packs.map(({ name, count, of }) => ({ name, count: `${count}`, of: of ?? "" })),
    aliases: item.aliases.map((name) => ({ name })),
    barcodes: item.barcodes.map(({ gtin, packSize }) => ({
      gtin: printedGtin(gtin),
      packSize: `${packSize}`,
    })),
    substitutes: item.substitutes.map(({ id }) => ({ itemId: id })),
  };
}
