import { settings } from "#app/settings.server.ts";

/** The address that an invited person opens. */
export const invitationLink = ({ token }: { token: string }): string =>
  `${settings().publicUrl}/invitations/${token}`;
