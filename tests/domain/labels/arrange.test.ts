import fc from "fast-check";
import { expect, test } from "vitest";
import { arrange, measures } from "#app/domain/labels/arrange.ts";
import { aLabel, aLongLabel, masks, suits } from "#tests/domain/labels/story.ts";

test("a usual delivery shows every line", () => {
  const label = aLabel({ lines: [masks, masks, masks] });
  expect(arrange(label, "100x150")).toMatchObject({ hidden: 0, siteLines: 1, addressLines: 1 });
  expect(arrange(label, "a4")).toMatchObject({ hidden: 0, pushed: 0 });
});

test("lines that do not fit are counted", () => {
  const label = aLabel({ lines: Array.from({ length: 30 }, () => masks) });
  for (const format of ["100x150", "a4"] as const) {
    const { rows, hidden } = arrange(label, format);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(rows.length + hidden).toBe(30);
  }
});

test("the longest destination still leaves room for a line", () => {
  for (const format of ["100x150", "a4"] as const) {
    const arrangement = arrange(aLongLabel(), format);
    expect(arrangement.townshipLong).toBe(true);
    expect(arrangement.siteLines).toBe(2);
    expect(arrangement.rows.length).toBeGreaterThanOrEqual(1);
  }
});

test("what is shown never needs more room than there is", () => {
  const lines = fc.array(fc.constantFrom(masks, suits), { maxLength: 20 });
  const text = fc.string({ unit: fc.constantFrom("新", "A", " ", "1"), maxLength: 60 });
  fc.assert(
    fc.property(lines, text, text, text, fc.constantFrom("100x150" as const, "a4" as const), (...drawn) => {
      const [shown, site, address, restriction, format] = drawn;
      const { rows, hidden, pushed } = arrange(aLabel({ lines: shown, site, address, restriction }), format);
      const needed = rows.reduce(
        (sum, row) => sum + row.height,
        hidden > 0 ? measures[format].moreHeight : 0,
      );
      expect(rows.length + hidden).toBe(shown.length);
      if (rows.length > 0) expect(needed).toBeLessThanOrEqual(measures[format].room - pushed);
    }),
  );
});
