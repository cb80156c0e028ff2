import { civilDate, formatTime } from "../dates.ts";

/** What is known of a run before it leaves. Instants; townships by their nine-digit code. */
export interface RunFacts {
  /** Null while it is not written down yet. */
  id: string | null;
  leavesAt: Date;
  vehicle: VehicleFacts;
  driver: DriverFacts;
  /** In the order of the way. */
  stops: StopFacts[];
}

export interface VehicleFacts {
  capacityBoxes: number | null;
  capacityKilograms: number | null;
  /** Those that were not revoked. */
  passes: PassWindow[];
  busy: Busy[];
}

export interface PassWindow {
  number: string;
  everywhere: boolean;
  townships: string[];
  validFrom: Date;
  validTo: Date;
}

export interface DriverFacts {
  /** Civil date, the last day it holds. */
  healthPaperUntil: string | null;
  busy: Busy[];
}

/** Another run of the same vehicle or driver, from leaving to its last stop. */
export interface Busy {
  runId: string;
  number: string;
  from: Date;
  to: Date;
}

export interface StopFacts {
  n: number;
  townshipCode: string;
  township: string;
  arrivesAt: Date;
  /** Receiving hours there, "08:30"; null where nobody minds. */
  receivesFrom: string | null;
  receivesTo: string | null;
  boxes: number;
  /** What its boxes weigh, as far as they were weighed. */
  grams: number;
  /** Can the delivery be loaded where the run starts? */
  load: Load;
}

export type Load =
  | { is: "ready" }
  | { is: "cancelled" }
  | { is: "gone" }
  /** The run before has not come to the hand-over point. */
  | { is: "not_handed_over"; number: string };

/** Why a stop cannot be driven to as planned; instants as ISO text, so that it travels as JSON. */
export type StopProblem =
  | { is: "pass_missing" }
  | { is: "pass_ends"; at: string }
  | { is: "pass_starts"; at: string }
  | { is: "pass_elsewhere"; township: string }
  | { is: "paper_missing" }
  | { is: "paper_ends"; on: string }
  | { is: "closed"; from: string | null; to: string | null }
  | { is: "too_many_boxes"; boxes: number; capacity: number }
  | { is: "too_heavy"; kilograms: number; capacity: number }
  | { is: "vehicle_busy"; number: string }
  | { is: "driver_busy"; number: string }
  | { is: "delivery_cancelled" }
  | { is: "delivery_gone" }
  | { is: "not_handed_over"; number: string };

export interface StopVerdict {
  n: number;
  problems: StopProblem[];
}

/**
 * What is missing for each stop. The vehicle needs a pass at every moment from leaving to arriving, where one pass may
 * join on to another, and on arriving one for that township; the driver a health paper that holds on the day of the
 * arrival; the site must be receiving; the boxes must fit beside those of the stops before it, and those that were
 * weighed must not be too heavy by themselves; and neither vehicle nor driver may be on another run at the time. The ends
 * of a window belong to it.
 */
export function checkRun(run: RunFacts): StopVerdict[] {
  let onBoard = { boxes: 0, grams: 0 };
  return run.stops.map((stop) => {
    const load = { boxes: onBoard.boxes + stop.boxes, grams: onBoard.grams + stop.grams };
    const problems = [
      loadProblem(stop.load),
      passProblem(run.vehicle.passes, run.leavesAt, stop),
      paperProblem(run.driver, stop),
      hoursProblem(stop),
      capacityProblem(run.vehicle, load.boxes),
      weightProblem(run.vehicle, load.grams),
      busyProblem("vehicle_busy", run.vehicle.busy, run, stop),
      busyProblem("driver_busy", run.driver.busy, run, stop),
    ].filter((problem) => problem !== null);
    // A stop that is left out leaves its room to the next.
    if (problems.length === 0) onBoard = load;
    return { n: stop.n, problems };
  });
}

/** The run as it is when it leaves late: every arrival is as much later. Leaving early changes none. */
export function delayed(run: RunFacts, leftAt: Date): RunFacts {
  const delay = leftAt.getTime() - run.leavesAt.getTime();
  if (delay <= 0) return { ...run, leavesAt: leftAt };
  return {
    ...run,
    leavesAt: leftAt,
    stops: run.stops.map((stop) => ({ ...stop, arrivesAt: new Date(stop.arrivesAt.getTime() + delay) })),
  };
}

function loadProblem(load: Load): StopProblem | null {
  switch (load.is) {
    case "ready":
      return null;
    case "cancelled":
      return { is: "delivery_cancelled" };
    case "gone":
      return { is: "delivery_gone" };
    case "not_handed_over":
      return load;
  }
}

function passProblem(passes: readonly PassWindow[], leavesAt: Date, stop: StopFacts): StopProblem | null {
  if (passes.length === 0) return { is: "pass_missing" };
  const there = passes.filter((pass) => pass.everywhere || pass.townships.includes(stop.townshipCode));
  if (there.length === 0) return { is: "pass_elsewhere", township: stop.township };
  const heldUntil = joinedUp(passes, leavesAt);
  if (heldUntil === null) return outside(passes, leavesAt);
  if (heldUntil < stop.arrivesAt) return { is: "pass_ends", at: heldUntil.toISOString() };
  const isCovered = there.some(
    ({ validFrom, validTo }) => validFrom <= stop.arrivesAt && stop.arrivesAt <= validTo,
  );
  return isCovered ? null : outside(there, stop.arrivesAt);
}

/** Until when passes hold without a gap from `start` on; null when none holds then. */
function joinedUp(passes: readonly PassWindow[], start: Date): Date | null {
  let until: Date | null = null;
  for (const { validFrom, validTo } of passes.toSorted((a, b) => +a.validFrom - +b.validFrom)) {
    const reached = until ?? start;
    if (validFrom <= reached && reached <= validTo) until = validTo;
  }
  return until;
}

/** At an instant that no pass covers: when the next begins, else when the last ended. */
function outside(passes: readonly PassWindow[], at: Date): StopProblem {
  const next = passes.map(({ validFrom }) => +validFrom).filter((from) => from > +at);
  if (next.length > 0) return { is: "pass_starts", at: new Date(Math.min(...next)).toISOString() };
  const last = Math.max(...passes.map(({ validTo }) => +validTo));
  return { is: "pass_ends", at: new Date(last).toISOString() };
}

function paperProblem(
  { healthPaperUntil: until }: DriverFacts,
  { arrivesAt }: StopFacts,
): StopProblem | null {
  if (until === null) return { is: "paper_missing" };
  return civilDate(arrivesAt) > until ? { is: "paper_ends", on: until } : null;
}

function hoursProblem({ receivesFrom: from, receivesTo: to, arrivesAt }: StopFacts): StopProblem | null {
  const time = formatTime(arrivesAt);
  const afterStart = from === null || time >= from;
  const beforeEnd = to === null || time <= to;
  const isOverMidnight = from !== null && to !== null && from > to;
  const isOpen = isOverMidnight ? afterStart || beforeEnd : afterStart && beforeEnd;
  return isOpen ? null : { is: "closed", from, to };
}

function capacityProblem({ capacityBoxes: capacity }: VehicleFacts, boxes: number): StopProblem | null {
  return capacity !== null && boxes > capacity ? { is: "too_many_boxes", boxes, capacity } : null;
}

function weightProblem({ capacityKilograms: capacity }: VehicleFacts, grams: number): StopProblem | null {
  const kilograms = Math.ceil(grams / 1000);
  return capacity !== null && kilograms > capacity ? { is: "too_heavy", kilograms, capacity } : null;
}

function busyProblem(
  is: "vehicle_busy" | "driver_busy",
  busy: readonly Busy[],
  run: RunFacts,
  { arrivesAt }: StopFacts,
): StopProblem | null {
  const other = busy.find(
    ({ runId, from, to }) => runId !== run.id && from <= arrivesAt && run.leavesAt <= to,
  );
  return other ? { is, number: other.number } : null;
}
