import { type SQL, sql } from "drizzle-orm";

/** From what must not wait to what can. */
export const urgencies = ["critical", "urgent", "normal"] as const;
export type Urgency = (typeof urgencies)[number];

/** A need that is wanted within so many days, today counted as 0. */
const CRITICAL_DAYS = 1;
const URGENT_DAYS = 3;

/**
 * SQL: an Urgency by the day the site named (`n.needed_by`), seen from `today` (civil date): today or tomorrow, or past
 * it, is critical; within three days urgent; later, or no day named, normal. `n` is a row of needs.
 */
export const urgencyOf = (n: SQL, today: string): SQL => sql`
  case when ${n}.needed_by <= ${today}::date + ${CRITICAL_DAYS}::int then 'critical'
       when ${n}.needed_by <= ${today}::date + ${URGENT_DAYS}::int then 'urgent'
       else 'normal' end`;
