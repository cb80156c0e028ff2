/** How a person is found at sign-in; exactly one of the two is set. */
export interface Login {
  /** In lower case. */
  email: string | null;
  /** E.164: "+8613800138000". */
  phone: string | null;
}

/**
 * A Chinese mobile number in any usual form ("138 0013 8000", "+86-138…", "0086 138…", full-width digits) as E.164,
 * or null.
 */
export function mobileNumber(text: string): string | null {
  const digits = text.normalize("NFKC").replace(/[\s\-().]/g, "");
  const national = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(digits)?.[1];
  return national === undefined ? null : `+86${national}`;
}

/** An e-mail address as it is stored, or null. Only its outline is checked: whether it arrives, only sending tells. */
export function emailAddress(text: string): string | null {
  const address = text.normalize("NFKC").trim().toLowerCase();
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/.test(address) && address.length <= 200
    ? address
    : null;
}

/** What somebody typed as their name for signing in: a mobile number, an e-mail address, or null for neither. */
export function readLogin(text: string): Login | null {
  const phone = mobileNumber(text);
  if (phone !== null) return { email: null, phone };
  const email = emailAddress(text);
  return email === null ? null : { email, phone: null };
}
