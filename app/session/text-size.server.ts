import { cookieNamed } from "./cookie.server.ts";

/** Has this reader asked for larger letters (字再大些) on the phone pages? */
export function wantsLargeText(request: Request): boolean {
  return cookieNamed(request, "text") === "large";
}
