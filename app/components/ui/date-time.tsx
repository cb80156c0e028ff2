import { civilDate, formatDate, formatDateTime } from "#app/domain/dates.ts";
import { useLocale } from "#app/i18n/provider.tsx";

/** An instant in Shanghai time, "5月13日 15:00". `year` writes the year too, for pages that outlive it. */
export function DateTime({ at, year = false }: { at: Date; year?: boolean }) {
  const locale = useLocale();
  const text = formatDateTime(at, locale);
  return <time dateTime={at.toISOString()}>{year ? withYear(civilDate(at), text, locale) : text}</time>;
}

/** A civil date, "YYYY-MM-DD" or an instant's day in Shanghai, as "5月13日". */
export function CivilDate({ on, year = false }: { on: string | Date; year?: boolean }) {
  const locale = useLocale();
  const civil = typeof on === "string" ? on : civilDate(on);
  const text = formatDate(civil, locale);
  return <time dateTime={civil}>{year ? withYear(civil, text, locale) : text}</time>;
}

function withYear(civil: string, text: string, locale: string): string {
  const year = civil.slice(0, 4);
  if (locale === "zh-CN") return `${year}年${text}`;
  return text.replace(/^(\d+ \w+)/, `$1 ${year}`);
}
