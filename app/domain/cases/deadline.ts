import { civilDate } from "../dates.ts";

/** Days in which a case is to be settled, everywhere. */
export const CASE_DAYS = 3;

/** The civil date by which a case that is opened now is to be settled. */
export const caseDueOn = (now: Date): string => civilDate(new Date(now.getTime() + CASE_DAYS * 86_400_000));

/** Whether a case is still open after its day. Civil dates. */
export const isOverdue = (
  { dueOn, closedAt }: { dueOn: string; closedAt: Date | null },
  today: string,
): boolean => closedAt === null && dueOn < today;
