import { civilDate, formatDate, formatDateTime, formatFullDate, formatTime } from "#app/domain/dates.ts";
import { useLocale } from "#app/i18n/provider.tsx";

/** An instant in Shanghai time, "5月13日 15:00", with the year unless it is this one; `year` writes it always. */
export function DateTime({ at, year = false }: { at: Date; year?: boolean }) {
  const locale = useLocale();
  const text = year ? `${formatFullDate(at, locale)} ${formatTime(at)}` : formatDateTime(at, locale);
  return <time dateTime={at.toISOString()}>{text}</time>;
}

/** A civil date, "YYYY-MM-DD" or an instant's day in Shanghai, as "5月13日"; the year as in `DateTime`. */
export function CivilDate({ on, year = false }: { on: string | Date; year?: boolean }) {
  const locale = useLocale();
  const civil = typeof on === "string" ? on : civilDate(on);
  return <time dateTime={civil}>{year ? formatFullDate(civil, locale) : formatDate(civil, locale)}</time>;
}
