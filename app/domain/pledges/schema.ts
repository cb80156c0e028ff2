import { z } from "zod";
import {
  day,
  id,
  optionalDay,
  optionalId,
  optionalText,
  quantity,
  reasonText,
  requiredText,
  yuan,
} from "../fields.ts";

const common = {
  organizationId: optionalId,
  /** Blank: anonymous. */
  donor: optionalText(100),
  pledgedOn: day,
  dueOn: optionalDay,
  /** Blank: free to use. */
  restrictedTo: optionalText(100),
  note: optionalText(500),
};

/** A promise of money or of goods; it counts nowhere as received. */
export const RecordPledge = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("money"), amount: yuan, ...common }),
  z.object({
    kind: z.literal("goods"),
    lines: z
      .array(z.object({ item: requiredText(60), unit: requiredText(10), quantity }))
      .min(1, "lines_missing")
      .max(200, "too_many"),
    ...common,
  }),
]);
export type RecordPledge = z.output<typeof RecordPledge>;

export const WithdrawPledge = z.object({ pledgeId: id, reason: reasonText });
export type WithdrawPledge = z.output<typeof WithdrawPledge>;
