import type { Reader } from "#db";
import { civilDate } from "../dates.ts";
import { dueOf } from "../disclosures/due.ts";
import { knownCalendar } from "../disclosures/known-calendar.server.ts";

/** The last day to answer what was asked at a moment: ten working days (上海市慈善条例 art. 53). A civil date. */
export async function answerByFor(reader: Reader): Promise<(askedAt: Date) => string> {
  const calendar = await knownCalendar(reader);
  return (askedAt) => dueOf("donor_reply_10_workdays", civilDate(askedAt), calendar).dueOn;
}
