import { forgetOldTries } from "#app/domain/rate-limit.server.ts";

/** What was tried and has long expired is forgotten. */
export const forgetTries = (): Promise<void> => forgetOldTries(new Date());
