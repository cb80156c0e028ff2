import { beneficiaryBases } from "#db/vocabulary";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** How beneficiaries were chosen: one of the list, and words. */
export function BasisFields({ optional }: { optional?: boolean }) {
  const { bases, basis, basisWords, basisWordsHint } = useMessages().registers;
  return (
    <div className="grid items-start gap-4 desk:grid-cols-2">
      <SelectField
        name="basis"
        label={basis}
        optional={optional}
        choices={beneficiaryBases.map((value) => ({ value, label: bases[value] }))}
      />
      <TextField name="basisWords" label={basisWords} hint={basisWordsHint} optional maxLength={200} />
    </div>
  );
}
