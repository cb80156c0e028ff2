import { z } from "zod";
import { roles } from "#db/vocabulary";
import { id, optionalId, optionalText, requiredText } from "../fields.ts";
import { readLogin } from "./login.ts";

/** An e-mail address or a Chinese mobile number. */
export const login = requiredText(200).transform((text, context) => {
  const read = readLogin(text);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "bad_login" });
  return z.NEVER;
});

const presentPassword = z.string("required").min(1, "required").max(200, "too_long");
const newPassword = z.string("required").min(10, "bad_password").max(200, "too_long");
const role = z.enum(roles, "choose");
/** The secret at the end of an invitation's link. */
const invitationToken = z.string("required").min(1, "required").max(200, "too_long");

/** What cannot be a login is only an unknown one, so that the answer tells nothing. */
export const SignIn = z.object({ login: requiredText(200), password: presentPassword });
export type SignIn = z.output<typeof SignIn>;

export const ChangePassword = z.object({ password: presentPassword, newPassword });
export type ChangePassword = z.output<typeof ChangePassword>;

export const SwitchOrganization = z.object({ organizationId: id });
export type SwitchOrganization = z.output<typeof SwitchOrganization>;

/** Without `organizationId`: the actor's own. `note` says whom it is for. */
export const InviteUser = z.object({ organizationId: optionalId, role, note: optionalText(60) });
export type InviteUser = z.output<typeof InviteUser>;

export const RevokeInvitation = z.object({ invitationId: id });
export type RevokeInvitation = z.output<typeof RevokeInvitation>;

export const AcceptInvitation = z.object({
  token: invitationToken,
  name: requiredText(40),
  login,
  password: newPassword,
});
export type AcceptInvitation = z.output<typeof AcceptInvitation>;

export const JoinOrganization = z.object({ token: invitationToken });
export type JoinOrganization = z.output<typeof JoinOrganization>;

/** Without `organizationId`: the actor's own. */
export const ResetPassword = z.object({ userId: id, organizationId: optionalId });
export type ResetPassword = z.output<typeof ResetPassword>;

export const RenewPassword = z.object({ token: invitationToken, password: newPassword });
export type RenewPassword = z.output<typeof RenewPassword>;

/** Without `organizationId`: the actor's own. */
export const RevokeUser = z.object({ userId: id, organizationId: optionalId });
export type RevokeUser = z.output<typeof RevokeUser>;

export const CreateToken = z.object({ name: requiredText(60), role });
export type CreateToken = z.output<typeof CreateToken>;

export const RevokeToken = z.object({ tokenId: id });
export type RevokeToken = z.output<typeof RevokeToken>;
