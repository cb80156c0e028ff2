import { settings } from "#app/settings.server.ts";

/** The address that a donor opens to say what is coming. */
export const consignmentLink = ({ token }: { token: string }): string =>
  `${settings().publicUrl}/consignments/${token}`;
