/**
 * Where to go back to after a small form: a path of this site, or "/" for anything else. A full address, "//host" and
 * "/\host" would lead the reader away.
 */
export function safeReturnPath(wanted: FormDataEntryValue | null): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted) || /[\r\n\t]/.test(wanted)) return "/";
  return wanted;
}
