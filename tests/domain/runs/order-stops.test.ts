import { expect, test } from "vitest";
import { formatTime } from "#app/domain/dates.ts";
import { likelyArrivals, orderStops } from "#app/domain/runs/order-stops.ts";

const stop = (townshipCode: string, receivesFrom: string | null, receivesTo: string | null) => ({
  townshipCode,
  receivesFrom,
  receivesTo,
});

test("who stops receiving first comes first, then who starts first, then township by township", () => {
  const anyTime = stop("310115001", null, null);
  const allMorning = stop("310115009", null, "12:00");
  const fromTen = stop("310115002", "10:00", "12:00");
  const fromTenFar = stop("310115003", "10:00", "12:00");
  const given = [anyTime, fromTenFar, fromTen, allMorning];
  expect(orderStops(given)).toEqual([allMorning, fromTen, fromTenFar, anyTime]);
  expect(given[0]).toBe(anyTime);
});

test("by townships what lies together comes together, and within one who stops receiving first", () => {
  const near = stop("310115001", "13:00", "17:00");
  const nearEarly = stop("310115001", "08:00", "11:00");
  const far = stop("310115009", "08:00", "10:00");
  expect(orderStops([far, near, nearEarly], "townships")).toEqual([nearEarly, near, far]);
  expect(orderStops([far, near, nearEarly], "hours")).toEqual([far, nearEarly, near]);
});

test("the first stop is an hour away, every other half an hour further, and nobody comes before it opens", () => {
  const leaves = new Date("2022-04-03T09:00:00+08:00");
  const anyTime = stop("310115001", null, null);
  const times = (...stops: Parameters<typeof likelyArrivals>[1]) =>
    likelyArrivals(leaves, stops).map((at) => formatTime(at));
  expect(times(anyTime, anyTime, anyTime)).toEqual(["10:00", "10:30", "11:00"]);
  const afternoon = stop("310115002", "13:00", "17:00");
  expect(times(anyTime, afternoon, anyTime)).toEqual(["10:00", "13:00", "13:30"]);
  const overnight = stop("310115002", "22:00", "12:00");
  expect(times(overnight, stop("310115003", "08:00", null))).toEqual(["10:00", "10:30"]);
});
