import type { Messages } from "../messages.ts";

export const session = {
  signInTitle: "Sign in",
  signInLead:
    "For colleagues with an account. Reading the accounts, looking up a number and signing for goods need none.",
  login: "E-mail or mobile number",
  password: "Password",
  signIn: "Sign in",
  notSignedIn: "Not signed in",
  forgotten: "Forgot the password? Ask an administrator of your organization for a link (under People).",
  noAccount: "No account? Ask an administrator for an invitation link.",

  accountTitle: "My account",
  signedInAs: (name: string) => `${name}, you are signed in.`,
  organization: "Organization",
  roles: "Roles",
  switchTitle: "Change organization",
  switchNote: "You have a role in several organizations; you act for one at a time.",
  switchTo: (organization: string) => `Change to ${organization}`,
  current: "at present",

  changePassword: "Change password",
  changePasswordNote: "Afterwards every other device must sign in again.",
  presentPassword: "Present password",
  newPassword: "New password",
  newPasswordHint: "10 characters or more; longer is better.",
  changeButton: "Change password",
  changed: "The password is changed; every other device is signed out.",

  sessions: "Devices signed in",
  sessionsNote: "A device unused for 14 days is signed out.",
  device: "Device",
  thisDevice: "this one",
  since: "Signed in",
  address: "Network address",
  until: "Until",
  otherDevice: "Other device",
  endEvery: "Sign out everywhere",
  endEveryNote:
    "Signs every device out, this one too. For a lost phone, or after using somebody else's computer.",
} satisfies Messages["session"];
