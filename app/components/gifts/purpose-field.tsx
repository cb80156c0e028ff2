import { Combobox } from "#app/components/fields/combobox.tsx";
import type { FieldProps } from "#app/components/fields/field.tsx";

/** What a gift is only for, in words: what donors asked for before, townships and kinds of site are suggested. */
export function PurposeField({ purposes, ...field }: FieldProps & { purposes: string[] }) {
  return <Combobox {...field} choices={purposes.map((text) => ({ value: text, label: text }))} />;
}
