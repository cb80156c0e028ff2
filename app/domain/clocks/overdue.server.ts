import type { MemberActor } from "../actor.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { withinReach } from "../within-reach.server.ts";
import { hoursOf } from "./clock.ts";
import { type Running, runningClocks } from "./running.server.ts";

/** Due within these hours is soon. */
export const SOON_HOURS = 6;

export interface Overdue extends Page<Running> {
  late: number;
  soon: number;
}

/** The clocks that run within reach: overdue first, then what is due next; and how many are late or due soon. */
export async function listOverdue(
  actor: MemberActor,
  { page = 1, now = new Date() }: { page?: number; now?: Date } = {},
): Promise<Overdue> {
  const running = await runningClocks(now, (organizationId) => withinReach(actor, organizationId));
  const late = running.filter(({ clock }) => clock.lateBy > 0).length;
  const due = running.filter(({ clock }) => clock.due !== null && hoursOf(+clock.due - +now) < SOON_HOURS);
  const from = offsetOf(page);
  return {
    rows: running.slice(from, from + PAGE_SIZE),
    total: running.length,
    page,
    pageSize: PAGE_SIZE,
    late,
    soon: due.length - late,
  };
}
