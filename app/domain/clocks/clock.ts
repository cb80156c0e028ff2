import type { ClockStep } from "#db/vocabulary";

/** The steps that somebody is given hours for; asking takes as long as it takes. */
export const timedSteps = ["stock_check", "order", "dispatch", "receipt"] as const satisfies ClockStep[];
export type TimedStep = (typeof timedSteps)[number];

const order = ["inquiry", ...timedSteps] as const satisfies ClockStep[];

/** Hours for each step. */
export type Targets = Readonly<Record<TimedStep, number>>;

/** From asking to goods on the road: 48 hours in all, as the community funds of Pudong promised themselves in 2022. */
export const defaultTargets: Targets = { stock_check: 12, order: 12, dispatch: 24, receipt: 24 };

/** Who holds the ball. */
export const holders = ["site", "warehouse_keeper", "dispatcher", "driver", "receiver"] as const;
export type Holder = (typeof holders)[number];

/** What is known of a need, of a delivery, or of the two together; null: not yet, or there is none. */
export interface Moments {
  askedAt: Date | null;
  /** Somebody looked whether it can come. */
  checkedAt: Date | null;
  orderedAt: Date | null;
  pickedAt: Date | null;
  dispatchedAt: Date | null;
  /** The vehicle stood at the door, or at the hand-over point when nobody takes it on from there. */
  arrivedAt: Date | null;
  confirmedAt: Date | null;
  /** It goes with a run, so a driver has it until it arrives. */
  onRun: boolean;
  /** At a hand-over point, and no run is planned that takes it on. */
  atPoint: boolean;
  /** Boxes of the delivery, and how many of them are on the vehicle. */
  boxes: number;
  loaded: number;
  /** Nobody waits any more: declined, withdrawn, called off. */
  ended: boolean;
}

export interface StepOnClock {
  step: ClockStep;
  /** `skipped`: nobody asked, it began with the order. */
  state: "done" | "now" | "late" | "ahead" | "skipped";
  /** Of a step that is done: how long it took, in milliseconds; null when that is not known. */
  took: number | null;
}

export interface Clock {
  /** The step that is waited for; null when nobody waits any more. */
  step: ClockStep | null;
  /** Since when, and until when it should be done; null when nobody set a time. */
  since: Date | null;
  due: Date | null;
  /** Milliseconds past `due`; 0 in time. */
  lateBy: number;
  holder: Holder | null;
  steps: StepOnClock[];
}

const HOUR = 3_600_000;

/** Which step is waited for, since when, until when, and who holds the ball. */
export function clockOf(moments: Moments, targets: Targets, now: Date): Clock {
  const done = doneAt(moments);
  const last = order.findLastIndex((step) => done[step] !== null);
  const step = moments.ended ? null : (order[last + 1] ?? null);
  const since = step === null ? null : latest(done);
  const due =
    since !== null && step !== null && step !== "inquiry"
      ? new Date(since.getTime() + targets[step] * HOUR)
      : null;
  const lateBy = due === null ? 0 : Math.max(0, now.getTime() - due.getTime());
  return {
    step,
    since,
    due,
    lateBy,
    holder: step === null ? null : holderOf(step, moments),
    steps: order.map((each, index) => ({
      step: each,
      state: stateOf(each, index, { done, last, step, lateBy, askedAt: moments.askedAt }),
      took: tookOf(index, done),
    })),
  };
}

type Done = Readonly<Record<ClockStep, Date | null>>;

const doneAt = (moments: Moments): Done => ({
  inquiry: moments.askedAt,
  stock_check: moments.checkedAt,
  order: moments.orderedAt,
  dispatch: moments.dispatchedAt,
  receipt: moments.confirmedAt,
});

/** The last thing that was done; a step that was left out does not hold the next one up. */
function latest(done: Done): Date | null {
  const times = order.flatMap((step) => done[step]?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.max(...times));
}

interface Progress {
  done: Done;
  last: number;
  step: ClockStep | null;
  lateBy: number;
  askedAt: Date | null;
}

function stateOf(step: ClockStep, index: number, progress: Progress): StepOnClock["state"] {
  if (step === progress.step) return progress.lateBy > 0 ? "late" : "now";
  if (index > progress.last) return "ahead";
  const isBeforeOrder = step === "inquiry" || step === "stock_check";
  return progress.askedAt === null && isBeforeOrder ? "skipped" : "done";
}

/** From the step before that is known to this one. */
function tookOf(index: number, done: Done): number | null {
  const end = done[order[index]!];
  const start = order.slice(0, index).findLast((step) => done[step] !== null);
  if (end === null || start === undefined) return null;
  return Math.max(0, end.getTime() - done[start]!.getTime());
}

function holderOf(step: ClockStep, moments: Moments): Holder {
  const { pickedAt, boxes, loaded, onRun, atPoint, arrivedAt } = moments;
  switch (step) {
    case "inquiry":
      return "site";
    case "stock_check":
      return "warehouse_keeper";
    case "order":
      return "dispatcher";
    case "dispatch":
      return pickedAt === null || loaded < boxes ? "warehouse_keeper" : "dispatcher";
    case "receipt":
      if (atPoint) return "dispatcher";
      return onRun && arrivedAt === null ? "driver" : "receiver";
  }
}

/** Hours, full ones only: "late by 0 hours" is within the first. */
export const hoursOf = (milliseconds: number): number => Math.floor(milliseconds / HOUR);
