import type { z } from "zod";
import { sheet } from "../sheet.ts";
import { type PlanRun, PlannedStop, runOf } from "./schema.ts";

/**
 * The form of `PlanRun`: every delivery that was chosen has a row `stops.<delivery id>`; those with an arrival time are
 * stops, in the order of their times. A row with a township or a place goes to a hand-over point only.
 */
export const PlanSheet: z.ZodType<PlanRun> = runOf(
  sheet("arrivesAt", PlannedStop, 100, (deliveryId, { arrivesAt, townshipCode, place }) =>
    townshipCode || place
      ? { kind: "hand_over_point", deliveryId, arrivesAt, townshipCode, place }
      : { kind: "door", deliveryId, arrivesAt },
  ).transform((stops) =>
    stops.sort((a, b) => (a.arrivesAt < b.arrivesAt ? -1 : a.arrivesAt > b.arrivesAt ? 1 : 0)),
  ),
);
