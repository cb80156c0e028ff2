import { locales, type Locale } from "#db/vocabulary";

export const defaultLocale: Locale = "zh-CN";

/** Each language's name in itself, for the switch. */
export const localeNames: Record<Locale, string> = { "zh-CN": "中文", en: "English" };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The other of the two languages: what the switch offers. */
export function otherLocale(locale: Locale): Locale {
  return locale === "en" ? "zh-CN" : "en";
}

/**
 * The best of our languages for an `Accept-Language` header, by its weights; Chinese when it names neither.
 * Any Chinese (zh, zh-TW, zh-Hans-CN) is answered with zh-CN, any English with en.
 */
export function localeFromAcceptLanguage(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";");
      const weight = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find((q) => q !== undefined);
      return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((choice) => choice.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const best = wanted.find((choice) => choice.language === "zh" || choice.language === "en");
  return best?.language === "en" ? "en" : defaultLocale;
}
