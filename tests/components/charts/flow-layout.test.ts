import fc from "fast-check";
import { expect, test } from "vitest";
import { roundMarks } from "#app/components/charts/axis.ts";
import { flowLayout } from "#app/components/charts/flow-layout.ts";

const links = [
  { from: "a", to: "x", value: 60 },
  { from: "b", to: "x", value: 20 },
  { from: "b", to: "y", value: 20 },
  { from: "x", to: "p", value: 80 },
  { from: "y", to: "p", value: 15 },
  { from: "y", to: "q", value: 5 },
];
const columns = [
  ["a", "b"],
  ["x", "y"],
  ["p", "q"],
];

test("bands are as wide as they are worth, and fill the nodes at both ends", () => {
  const layout = flowLayout(columns, links, { height: 220, gap: 20 });
  const width = (from: string, to: string) =>
    layout.links.find((one) => one.from === from && one.to === to)?.width;
  expect(width("a", "x")).toBeCloseTo(120);
  expect(width("y", "q")).toBeCloseTo(10);
  for (const node of layout.nodes) {
    const into = layout.links.filter(({ to }) => to === node.id).reduce((sum, link) => sum + link.width, 0);
    const out = layout.links
      .filter(({ from }) => from === node.id)
      .reduce((sum, link) => sum + link.width, 0);
    expect(Math.max(into, out)).toBeCloseTo(node.height);
    expect(node.y + node.height).toBeLessThanOrEqual(220.001);
  }
});

test("nothing to show is no error", () => {
  expect(flowLayout([[], [], []], [], { height: 100, gap: 10 })).toEqual({ nodes: [], links: [] });
});

test("an axis starts at nil, reaches the most, and has few round marks", () => {
  expect(roundMarks(2107.97)).toEqual([0, 500, 1000, 1500, 2000, 2500]);
  expect(roundMarks(0)).toEqual([0, 1]);
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e12, noNaN: true }), (most) => {
      const marks = roundMarks(most);
      expect(marks[0]).toBe(0);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(most * 0.999999);
      expect(marks.length).toBeLessThanOrEqual(7);
    }),
  );
});
