import { limiterOf, spend } from "../rate-limit.server.ts";

/** Needs that one site's page takes in an hour, whoever holds its link. */
export const NEEDS_AN_HOUR = 20;

const limiter = limiterOf("need", NEEDS_AN_HOUR, 3600);

/** Counts a need asked on a site's page; throws `rate_limited` with the minutes to wait. */
export const countAsking = (siteId: string): Promise<void> => spend(limiter(), siteId);
