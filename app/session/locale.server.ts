import type { Locale } from "#db/vocabulary";
import { isLocale, localeFromAcceptLanguage } from "#app/i18n/locale.ts";
import { cookieIn } from "./cookie.server.ts";

/** The reader's language: the `locale` cookie, else `Accept-Language`, else Chinese. */
export const localeOf = (request: Request): Locale =>
  localeFromHeaders(request.headers.get("Cookie"), request.headers.get("Accept-Language"));

/** The same from the two headers. */
export function localeFromHeaders(
  cookie: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Locale {
  const chosen = cookieIn(cookie, "locale");
  return isLocale(chosen) ? chosen : localeFromAcceptLanguage(acceptLanguage ?? null);
}
