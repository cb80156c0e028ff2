import { safeReturnPath } from "./return-path.server.ts";

/** Where somebody goes who has signed in: the page they wanted, if it is one of ours, else the desk. */
export function deskPath(wanted: FormDataEntryValue | null): string {
  const path = safeReturnPath(wanted);
  return path === "/" || path.startsWith("/sign-in") ? "/desk" : path;
}
