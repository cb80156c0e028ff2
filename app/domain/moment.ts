import { civilDate, formatTime } from "./dates.ts";
import { instant } from "./fields.ts";

/** An instant as a browser's picker takes it: Shanghai time, "2022-04-03T09:30". */
export const pickerValue = (at: Date): string => `${civilDate(at)}T${formatTime(at)}`;

/** The instant that was typed or picked; null when there is none. */
export function momentIn(text: string | null): Date | null {
  const reading = instant.safeParse(text ?? "");
  return reading.success ? new Date(reading.data) : null;
}
