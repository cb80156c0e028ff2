import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { isWholeDay } from "#app/domain/reports/column.ts";

/** When something happened: day and time, or the day alone where no more is known. */
export function KnownTime({ at, year = false }: { at: Date; year?: boolean }) {
  return isWholeDay(at) ? <CivilDate on={at} year={year} /> : <DateTime at={at} year={year} />;
}
