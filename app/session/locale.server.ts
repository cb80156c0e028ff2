import type { Locale } from "#db/vocabulary";
import { isLocale, localeFromAcceptLanguage } from "#app/i18n/locale.ts";
import { cookieNamed } from "./cookie.server.ts";

/** The reader's language: the `locale` cookie, else `Accept-Language`, else Chinese. */
export function localeOf(request: Request): Locale {
  const chosen = cookieNamed(request, "locale");
  return isLocale(chosen) ? chosen : localeFromAcceptLanguage(request.headers.get("Accept-Language"));
}
