import { expect, test } from "vitest";
import { cumulate } from "#app/domain/reports/timeline.ts";

const nothing = { moneyReceived: 0n, moneySpent: 0n, goodsReceived: 0n, goodsHandedOut: 0n };

test("figures add up from the eve of the first day", () => {
  const points = cumulate([
    { ...nothing, on: "2022-03-14", moneyReceived: 500n },
    { ...nothing, on: "2022-03-16", moneySpent: 200n },
  ]);
  expect(points.map(({ on, moneyReceived, moneySpent }) => [on, moneyReceived, moneySpent])).toEqual([
    ["2022-03-13", 0n, 0n],
    ["2022-03-14", 500n, 0n],
    ["2022-03-15", 500n, 0n],
    ["2022-03-16", 500n, 200n],
  ]);
});

test("days on which goods only went from place to place neither begin nor lengthen the line", () => {
  const days = [
    { ...nothing, on: "2022-03-14", goodsReceived: 900n },
    { ...nothing, on: "2022-03-15", goodsHandedOut: 300n },
  ];
  const moved = { ...nothing, on: "2026-11-25" };
  expect(cumulate([{ ...nothing, on: "2021-12-31" }, ...days, moved])).toEqual(cumulate(days));
  expect(cumulate([moved])).toEqual([]);
});
