import { expect, test } from "vitest";
import { comeIntoView } from "#app/components/scan/camera.ts";

test("a code that stays in view is one scan; seen again after a while it is another", () => {
  const seenAt = new Map<string, number>();
  expect(comeIntoView(seenAt, ["A"], 0)).toEqual(["A"]);
  for (let now = 100; now <= 5_000; now += 100) expect(comeIntoView(seenAt, ["A", "A"], now)).toEqual([]);
  expect(comeIntoView(seenAt, [], 5_500)).toEqual([]);
  expect(comeIntoView(seenAt, ["A"], 5_600)).toEqual([]);
  expect(comeIntoView(seenAt, ["A", "B"], 7_000)).toEqual(["A", "B"]);
});
