import { z } from "zod";
import { reasonText } from "../fields.ts";

export const ReverseEntry = z.object({ entryId: z.uuid("bad_id"), reason: reasonText });
export type ReverseEntry = z.output<typeof ReverseEntry>;
