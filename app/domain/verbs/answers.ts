import { z } from "zod";

/** What verbs answer, as far as several answer alike. */
export const made = z.object({ id: z.uuid() });
export const numbered = made.extend({ number: z.string() });
export const entered = numbered.extend({ entryId: z.uuid() });
