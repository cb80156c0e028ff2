import { z } from "zod";
import { giftKinds } from "#db/vocabulary";
import { id, optionalDay } from "../fields.ts";

/** What a list of gifts may be narrowed by; a part that cannot be read narrows nothing. */
export const GiftFilter = z.object({
  kind: z.enum(giftKinds).optional().catch(undefined),
  /** Part of a number, a donor's name or a receipt's number. */
  q: z.string().trim().max(100).optional().catch(undefined),
  from: optionalDay.catch(null),
  to: optionalDay.catch(null),
  organizationId: id.optional().catch(undefined),
  donorId: id.optional().catch(undefined),
  pledgeId: id.optional().catch(undefined),
  importId: id.optional().catch(undefined),
  itemId: id.optional().catch(undefined),
});
export type GiftFilter = z.output<typeof GiftFilter>;

/** The filter an address asks for. */
export const giftFilterIn = (parameters: URLSearchParams): GiftFilter =>
  GiftFilter.parse(Object.fromEntries([...parameters].filter(([, value]) => value !== "")));
