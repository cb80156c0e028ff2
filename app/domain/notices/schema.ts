import { z } from "zod";
import { id, instant } from "../fields.ts";

/** Everything up to then was seen. */
export const ReadNotices = z.object({ until: instant });
export type ReadNotices = z.output<typeof ReadNotices>;

/** Where an organization's notices are sent on to; blank: nowhere any more. */
export const SetWebhook = z.object({
  organizationId: id,
  url: z
    .string()
    .trim()
    .max(500, "too_long")
    .refine((url) => url === "" || URL.canParse(url), "bad_webhook")
    .nullish()
    .transform((url) => url || null),
});
export type SetWebhook = z.output<typeof SetWebhook>;

/** One message to the organization's chat, to see whether it comes. */
export const TestWebhook = z.object({ organizationId: id });
export type TestWebhook = z.output<typeof TestWebhook>;
