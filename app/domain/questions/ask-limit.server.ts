import { limiterOf, spend } from "../rate-limit.server.ts";

/** Questions that one gift's page takes in a day, whoever holds its code. */
export const QUESTIONS_A_DAY = 10;

const limiter = limiterOf("question", QUESTIONS_A_DAY, 24 * 3600);

/** Counts a question about a gift; throws `rate_limited` with the minutes to wait. */
export const countQuestion = (giftId: string): Promise<void> => spend(limiter(), giftId);
