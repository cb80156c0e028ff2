import { expect, test } from "vitest";
import {
  checkRun,
  delayed,
  type PassWindow,
  type RunFacts,
  type StopFacts,
} from "#app/domain/runs/check-run.ts";
import { at } from "#tests/support/runs.ts";

const time = (text: string) => new Date(at(text));
const iso = (text: string) => time(text).toISOString();

const pass = (from: string, to: string, townships?: string[]): PassWindow => ({
  number: "沪通-1",
  everywhere: townships === undefined,
  townships: townships ?? [],
  validFrom: time(from),
  validTo: time(to),
});

const stop = (n: number, arrives: string, more: Partial<StopFacts> = {}): StopFacts => ({
  n,
  townshipCode: "310115130",
  township: "三林镇",
  arrivesAt: time(arrives),
  receivesFrom: null,
  receivesTo: null,
  boxes: 3,
  grams: 0,
  load: { is: "ready" },
  ...more,
});

const run = (more: Partial<RunFacts> = {}): RunFacts => ({
  id: "this",
  leavesAt: time("09:00"),
  vehicle: { capacityKilograms: null, capacityBoxes: 10, passes: [pass("06:00", "14:00")], busy: [] },
  driver: { healthPaperUntil: "2022-04-03", busy: [] },
  stops: [stop(1, "10:00")],
  ...more,
});

const withPasses = (...passes: PassWindow[]) =>
  run({
    vehicle: { capacityKilograms: null, capacityBoxes: null, passes, busy: [] },
    stops: [stop(1, "10:00"), stop(2, "15:30")],
  });

const other = { runId: "other", number: "YC-2022-000009", from: time("11:00"), to: time("12:00") };

const cases: [name: string, facts: RunFacts, found: object[][]][] = [
  ["all in order", run(), [[]]],
  ["no pass at all", withPasses(), [[{ is: "pass_missing" }], [{ is: "pass_missing" }]]],
  [
    "the pass ends before the last stop",
    withPasses(pass("06:00", "14:00")),
    [[], [{ is: "pass_ends", at: iso("14:00") }]],
  ],
  ["the pass ends when it arrives", withPasses(pass("06:00", "15:30")), [[], []]],
  ["two passes join up", withPasses(pass("12:00", "16:00"), pass("06:00", "12:00")), [[], []]],
  ["one pass within another", withPasses(pass("06:00", "16:00"), pass("07:00", "08:00")), [[], []]],
  [
    "a gap between two passes",
    withPasses(pass("06:00", "12:00"), pass("13:00", "16:00")),
    [[], [{ is: "pass_ends", at: iso("12:00") }]],
  ],
  [
    "it leaves before the pass begins",
    withPasses(pass("09:30", "16:00")),
    [[{ is: "pass_starts", at: iso("09:30") }], [{ is: "pass_starts", at: iso("09:30") }]],
  ],
  [
    "it leaves after the pass has ended",
    withPasses(pass("06:00", "08:00")),
    [[{ is: "pass_ends", at: iso("08:00") }], [{ is: "pass_ends", at: iso("08:00") }]],
  ],
  [
    "passes for other townships only",
    withPasses(pass("06:00", "16:00", ["310115004"])),
    [[{ is: "pass_elsewhere", township: "三林镇" }], [{ is: "pass_elsewhere", township: "三林镇" }]],
  ],
  [
    "on the road with one pass, and into the township with another that ends too early",
    withPasses(pass("06:00", "18:00", ["310115004"]), pass("06:00", "14:00", ["310115130"])),
    [[], [{ is: "pass_ends", at: iso("14:00") }]],
  ],
  [
    "and with one that begins too late",
    withPasses(pass("06:00", "18:00", ["310115004"]), pass("11:00", "18:00", ["310115130"])),
    [[{ is: "pass_starts", at: iso("11:00") }], []],
  ],
  ["no health paper", run({ driver: { healthPaperUntil: null, busy: [] } }), [[{ is: "paper_missing" }]]],
  [
    "the health paper ended yesterday",
    run({ driver: { healthPaperUntil: "2022-04-02", busy: [] } }),
    [[{ is: "paper_ends", on: "2022-04-02" }]],
  ],
  [
    "before and after receiving hours, and at their very ends",
    run({
      stops: [
        stop(1, "09:59", { receivesFrom: "10:00", boxes: 1 }),
        stop(2, "10:00", { receivesFrom: "10:00", receivesTo: "10:00", boxes: 1 }),
        stop(3, "10:01", { receivesTo: "10:00", boxes: 1 }),
      ],
    }),
    [[{ is: "closed", from: "10:00", to: null }], [], [{ is: "closed", from: null, to: "10:00" }]],
  ],
  [
    "hours over midnight",
    run({
      stops: [
        stop(1, "10:00", { receivesFrom: "22:00", receivesTo: "10:00" }),
        stop(2, "12:00", { receivesFrom: "22:00", receivesTo: "10:00" }),
      ],
    }),
    [[], [{ is: "closed", from: "22:00", to: "10:00" }]],
  ],
  [
    "a stop that does not fit leaves its room to the next",
    run({ stops: [stop(1, "10:00", { boxes: 8 }), stop(2, "11:00"), stop(3, "12:00", { boxes: 2 })] }),
    [[], [{ is: "too_many_boxes", boxes: 11, capacity: 10 }], []],
  ],
  [
    "boxes that were weighed are too heavy by themselves, and the next one is light enough",
    run({
      vehicle: {
        capacityBoxes: null,
        capacityKilograms: 100,
        passes: [pass("06:00", "14:00")],
        busy: [],
      },
      stops: [
        stop(1, "10:00", { grams: 60_000 }),
        stop(2, "11:00", { grams: 40_001 }),
        stop(3, "12:00", { grams: 40_000 }),
      ],
    }),
    [[], [{ is: "too_heavy", kilograms: 101, capacity: 100 }], []],
  ],
  [
    "vehicle and driver on another run from eleven",
    run({
      vehicle: {
        capacityBoxes: 10,
        capacityKilograms: null,
        passes: [pass("06:00", "14:00")],
        busy: [other, { ...other, runId: "this" }],
      },
      driver: { healthPaperUntil: "2022-04-03", busy: [other] },
      stops: [stop(1, "10:59"), stop(2, "11:00")],
    }),
    [
      [],
      [
        { is: "vehicle_busy", number: other.number },
        { is: "driver_busy", number: other.number },
      ],
    ],
  ],
  [
    "deliveries that cannot be loaded",
    run({
      stops: [
        stop(1, "10:00", { load: { is: "cancelled" } }),
        stop(2, "11:00", { load: { is: "gone" } }),
        stop(3, "12:00", { load: { is: "not_handed_over", number: "YC-1" } }),
      ],
    }),
    [[{ is: "delivery_cancelled" }], [{ is: "delivery_gone" }], [{ is: "not_handed_over", number: "YC-1" }]],
  ],
];

test.each(cases)("%s", (_name, facts, found) => {
  expect(checkRun(facts)).toEqual(found.map((problems, i) => ({ n: i + 1, problems })));
});

test("leaving late puts every arrival off; leaving early only asks for the pass from then on", () => {
  const planned = run({ stops: [stop(1, "10:00"), stop(2, "13:30")] });
  expect(checkRun(delayed(planned, time("09:30"))).map(({ problems }) => problems)).toEqual([[], []]);
  expect(checkRun(delayed(planned, time("09:31")))[1]?.problems).toEqual([
    { is: "pass_ends", at: iso("14:00") },
  ]);
  const early = delayed(planned, time("05:00"));
  expect(early.stops).toEqual(planned.stops);
  expect(checkRun(early)[0]?.problems).toEqual([{ is: "pass_starts", at: iso("06:00") }]);
});
