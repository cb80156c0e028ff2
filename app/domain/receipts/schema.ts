import { z } from "zod";
import { id, reasonText } from "../fields.ts";

/** How a report that was left in a phone came out. */
export const SettleReport = z.object({ reportId: id, note: reasonText });
export type SettleReport = z.output<typeof SettleReport>;
