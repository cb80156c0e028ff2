import { settings } from "#app/settings.server.ts";

/** The address of a site's own page. */
export const siteLink = ({ token }: { token: string }): string => `${settings().publicUrl}/s/${token}`;
