import { expect, test } from "vitest";
import { likelyArrival, orderStops } from "#app/domain/runs/order-stops.ts";

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

test("the first stop is an hour away, every other half an hour further", () => {
  const leaves = new Date("2022-04-03T09:00:00+08:00");
  expect([0, 1, 2].map((index) => likelyArrival(leaves, index).toISOString())).toEqual([
    "2022-04-03T02:00:00.000Z",
    "2022-04-03T02:30:00.000Z",
    "2022-04-03T03:00:00.000Z",
  ]);
});
