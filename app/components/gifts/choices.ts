import type { Choice } from "#app/components/fields/select-field.tsx";

export interface Named {
  id: string;
  name: string;
}

/** Rows with a name as the choices of a field. */
export const choicesOf = (rows: readonly Named[]): Choice[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }));
