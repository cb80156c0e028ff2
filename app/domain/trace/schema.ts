import { z } from "zod";
import { id } from "../fields.ts";

/** What is traced: a gift, or a promise whose gifts are still to come. */
export const ShareTrace = z.object({ subjectId: id });
export type ShareTrace = z.output<typeof ShareTrace>;
