import { z } from "zod";
import { momentIn } from "../moment.ts";
import type { Division } from "../places/division.ts";
import { checkRun, type RunFacts, type StopFacts, type StopProblem } from "./check-run.ts";
import type { DriverChoice, VehicleChoice } from "./crew-facts.server.ts";
import type { PlannableDelivery } from "./list-plannable.server.ts";

/** What the planner may choose from. */
export interface Offered {
  vehicles: VehicleChoice[];
  drivers: DriverChoice[];
  deliveries: PlannableDelivery[];
  townships: Division[];
}

export interface PlannedVerdict {
  /** Which stop it is, by the times. */
  n: number;
  arrivesAt: Date;
  problems: StopProblem[];
}

/** A plan as far as it is typed; what is missing or odd reads as blank. */
const TypedPlan = z.object({
  vehicleId: z.string().catch(""),
  driverId: z.string().catch(""),
  leavesAt: z.string().catch(""),
  stops: z.record(z.string(), z.record(z.string(), z.string()).catch({})).catch({}),
});

/**
 * What a plan lacks while it is being typed, by delivery: `checkRun` over what is there so far. Empty until vehicle,
 * driver and the time of leaving are known.
 */
export function checkPlan(typed: unknown, offered: Offered): Map<string, PlannedVerdict> {
  const plan = TypedPlan.parse(typed);
  const leavesAt = momentIn(plan.leavesAt);
  const vehicle = offered.vehicles.find(({ id }) => id === plan.vehicleId);
  const driver = offered.drivers.find(({ id }) => id === plan.driverId);
  if (!leavesAt || !vehicle || !driver) return new Map();
  const planned = offered.deliveries
    .flatMap((delivery) => {
      const row = plan.stops[delivery.id] ?? {};
      const arrivesAt = momentIn(row["arrivesAt"] ?? null);
      return arrivesAt ? [{ delivery, row, arrivesAt }] : [];
    })
    .toSorted((a, b) => +a.arrivesAt - +b.arrivesAt);
  const stops = planned.map(({ delivery, row, arrivesAt }, i) => ({
    ...stopAt(delivery, row["townshipCode"] ?? "", offered.townships),
    n: i + 1,
    arrivesAt,
  }));
  const facts: RunFacts = { id: null, leavesAt, vehicle, driver, stops };
  return new Map(
    checkRun(facts).map((verdict, i) => {
      const { delivery, arrivesAt } = planned[i]!;
      return [delivery.id, { ...verdict, arrivesAt }];
    }),
  );
}

/** The delivery's door, or the hand-over point in the township that was chosen, where nobody keeps hours. */
function stopAt(
  { boxes, grams, load, ...door }: PlannableDelivery,
  pointTownship: string,
  townships: readonly Division[],
): Omit<StopFacts, "n" | "arrivesAt"> {
  const point = townships.find(({ code }) => code === pointTownship);
  if (!point) {
    const { townshipCode, township, receivesFrom, receivesTo } = door;
    return { boxes, grams, load, townshipCode, township, receivesFrom, receivesTo };
  }
  return {
    boxes,
    grams,
    load,
    townshipCode: point.code,
    township: point.name,
    receivesFrom: null,
    receivesTo: null,
  };
}

/** The next full half hour. */
export function nextHalfHour(now: Date): Date {
  const half = 30 * 60_000;
  return new Date((Math.floor(+now / half) + 1) * half);
}
