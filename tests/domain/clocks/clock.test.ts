import { expect, test } from "vitest";
import { type Clock, clockOf, defaultTargets, type Moments, timedSteps } from "#app/domain/clocks/clock.ts";

const HOUR = 3_600_000;
/** Hours after eight in the morning of the day it began. */
const at = (hours: number) => new Date(Date.parse("2022-04-03T00:00:00Z") + hours * HOUR);

const nothing: Moments = {
  askedAt: null,
  checkedAt: null,
  orderedAt: null,
  pickedAt: null,
  dispatchedAt: null,
  arrivedAt: null,
  confirmedAt: null,
  onRun: false,
  atPoint: false,
  boxes: 0,
  loaded: 0,
  ended: false,
};

type Known = { [Key in keyof Moments]?: Moments[Key] extends Date | null ? number : Moments[Key] };

function clock(known: Known, now: number, targets = defaultTargets): Clock {
  const read = Object.entries(known).map(([key, value]) => [
    key,
    typeof value === "number" && key.endsWith("At") ? at(value) : value,
  ]);
  return clockOf({ ...nothing, ...Object.fromEntries(read) }, targets, at(now));
}

const hours = (clockRead: Clock) => ({
  step: clockRead.step,
  since: clockRead.since && (+clockRead.since - +at(0)) / HOUR,
  due: clockRead.due && (+clockRead.due - +at(0)) / HOUR,
  late: clockRead.lateBy / HOUR,
  holder: clockRead.holder,
});

test("from asking to goods on the road the steps add up to 48 hours", () => {
  const toRoad = timedSteps.filter((step) => step !== "receipt");
  expect(toRoad.reduce((sum, step) => sum + defaultTargets[step], 0)).toBe(48);
});

test.each<[string, Known, number, ReturnType<typeof hours>]>([
  ["nothing asked", {}, 0, { step: "inquiry", since: null, due: null, late: 0, holder: "site" }],
  [
    "just asked",
    { askedAt: 0 },
    0,
    { step: "stock_check", since: 0, due: 12, late: 0, holder: "warehouse_keeper" },
  ],
  [
    "asked, on the hour",
    { askedAt: 0 },
    12,
    { step: "stock_check", since: 0, due: 12, late: 0, holder: "warehouse_keeper" },
  ],
  [
    "asked, an hour late",
    { askedAt: 0 },
    13,
    { step: "stock_check", since: 0, due: 12, late: 1, holder: "warehouse_keeper" },
  ],
  [
    "checked",
    { askedAt: 0, checkedAt: 5 },
    6,
    { step: "order", since: 5, due: 17, late: 0, holder: "dispatcher" },
  ],
  [
    "checked late, ordering has its own time",
    { askedAt: 0, checkedAt: 30 },
    31,
    { step: "order", since: 30, due: 42, late: 0, holder: "dispatcher" },
  ],
  [
    "checked, not ordered",
    { askedAt: 0, checkedAt: 5 },
    20,
    { step: "order", since: 5, due: 17, late: 3, holder: "dispatcher" },
  ],
  [
    "ordered without a look at the stock",
    { askedAt: 0, orderedAt: 1 },
    2,
    { step: "dispatch", since: 1, due: 25, late: 0, holder: "warehouse_keeper" },
  ],
  [
    "ordered, to be picked",
    { askedAt: 0, checkedAt: 1, orderedAt: 2 },
    3,
    { step: "dispatch", since: 2, due: 26, late: 0, holder: "warehouse_keeper" },
  ],
  [
    "picked",
    { orderedAt: 2, pickedAt: 4 },
    5,
    { step: "dispatch", since: 2, due: 26, late: 0, holder: "dispatcher" },
  ],
  [
    "picked, boxes not all loaded",
    { orderedAt: 2, pickedAt: 4, boxes: 3, loaded: 2 },
    5,
    { step: "dispatch", since: 2, due: 26, late: 0, holder: "warehouse_keeper" },
  ],
  [
    "loaded, not sent",
    { orderedAt: 2, pickedAt: 4, boxes: 3, loaded: 3 },
    30,
    { step: "dispatch", since: 2, due: 26, late: 4, holder: "dispatcher" },
  ],
  [
    "no need: begins with the order",
    { orderedAt: 10 },
    10,
    { step: "dispatch", since: 10, due: 34, late: 0, holder: "warehouse_keeper" },
  ],
  [
    "on the road by itself",
    { orderedAt: 0, dispatchedAt: 6 },
    7,
    { step: "receipt", since: 6, due: 30, late: 0, holder: "receiver" },
  ],
  [
    "on the road with a run",
    { orderedAt: 0, dispatchedAt: 6, onRun: true },
    7,
    { step: "receipt", since: 6, due: 30, late: 0, holder: "driver" },
  ],
  [
    "with a run, at the door",
    { orderedAt: 0, dispatchedAt: 6, onRun: true, arrivedAt: 8 },
    31,
    { step: "receipt", since: 6, due: 30, late: 1, holder: "receiver" },
  ],
  [
    "at a hand-over point, and no run goes on from there",
    { orderedAt: 0, dispatchedAt: 6, onRun: true, arrivedAt: 8, atPoint: true },
    9,
    { step: "receipt", since: 6, due: 30, late: 0, holder: "dispatcher" },
  ],
  [
    "signed for",
    { askedAt: 0, checkedAt: 1, orderedAt: 2, dispatchedAt: 6, confirmedAt: 9 },
    99,
    { step: null, since: null, due: null, late: 0, holder: null },
  ],
  [
    "declined",
    { askedAt: 0, checkedAt: 1, ended: true },
    99,
    { step: null, since: null, due: null, late: 0, holder: null },
  ],
  [
    "called off",
    { orderedAt: 0, ended: true },
    99,
    { step: null, since: null, due: null, late: 0, holder: null },
  ],
])("%s", (_name, known, now, expected) => {
  expect(hours(clock(known, now))).toEqual(expected);
});

test("the steps say how long each took, which is late, and which never were", () => {
  const states = (known: Known, now: number) =>
    clock(known, now).steps.map(({ state, took }) => [state, took === null ? null : took / HOUR]);
  expect(states({ askedAt: 0, checkedAt: 5, orderedAt: 6 }, 31)).toEqual([
    ["done", null],
    ["done", 5],
    ["done", 1],
    ["late", null],
    ["ahead", null],
  ]);
  expect(states({ orderedAt: 6, dispatchedAt: 8 }, 9)).toEqual([
    ["skipped", null],
    ["skipped", null],
    ["done", null],
    ["done", 2],
    ["now", null],
  ]);
});

test("an organization's own hours count instead of the default", () => {
  const own = { ...defaultTargets, stock_check: 2 };
  expect(hours(clock({ askedAt: 0 }, 3, own))).toMatchObject({ due: 2, late: 1 });
});
