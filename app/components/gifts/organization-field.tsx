import { SelectField } from "#app/components/fields/select-field.tsx";
import { choicesOf, type Named } from "./choices.ts";

/** In whose books; nothing to choose where there is only one. The first is the actor's own. */
export function OrganizationField({ organizations }: { organizations: Named[] }) {
  if (organizations.length < 2) return null;
  return <SelectField name="organizationId" choices={choicesOf(organizations)} blank={false} />;
}
