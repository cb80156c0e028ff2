import { z } from "zod";
import { id, smallWhole } from "../fields.ts";
import { timedSteps } from "./clock.ts";

const LONGEST = 2000;

/** Hours for one step; those of the other steps stay. */
export const SetClockTarget = z.object({
  organizationId: id,
  step: z.enum(timedSteps, "choose"),
  hours: smallWhole(1, LONGEST),
});
export type SetClockTarget = z.output<typeof SetClockTarget>;
