import { calendarDays } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { refreshDeadlines } from "./refresh.server.ts";
import type { SetCalendarDay } from "./schema.ts";

/** Says of a day whether people work on it, above what the calendar says; every clock is worked out anew. */
export async function setCalendarDay(actor: MemberActor, requestId: string, input: SetCalendarDay) {
  const { day, workday, source } = input;
  const result = await perform({ actor, action: "calendar.set-day", requestId, input }, async (tx) => {
    await tx
      .insert(calendarDays)
      .values(input)
      .onConflictDoUpdate({ target: calendarDays.day, set: { workday, source } });
    return { result: { day }, organizationId: actor.organizationId };
  });
  await refreshDeadlines();
  return result;
}
