import { roles } from "#db/vocabulary";
import type { Messages } from "#app/i18n/messages.ts";

/** The roles for a choice, each with what it does. */
export const roleChoices = ({ people }: Messages) =>
  roles.map((role) => ({ value: role, label: `${people.roles[role]}: ${people.duties[role]}` }));
