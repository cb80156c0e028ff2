import { expect, test } from "vitest";
import { labelUrl } from "#app/domain/code.ts";
import { printedLabels, qrPath, qrSvg, qrSymbol } from "#app/domain/labels/qr.ts";
import { aLabel } from "#tests/domain/labels/story.ts";

test("a label's address in upper case needs 25 modules on paper and 29 on a carton", () => {
  const url = labelUrl("https://jieli.example", "7K4M2PXDY");
  expect(qrSymbol(url, "M").size).toBe(25 + 8);
  expect(qrSymbol(url, "Q").size).toBe(29 + 8);
  expect(qrSymbol(url.toLowerCase(), "M").size).toBe(29 + 8);
});

test("the runs leave the quiet zone free and begin with the finder pattern", () => {
  const symbol = qrSymbol("HTTPS://JIELI.EXAMPLE/Q/7K4M2PXDY", "M");
  expect(symbol.runs[0]).toEqual({ x: 4, y: 4, length: 7 });
  for (const { x, y, length } of symbol.runs) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
    expect(Math.max(x + length, y + 1)).toBeLessThanOrEqual(symbol.size - 4);
  }
});

test("the SVG is one path on white", () => {
  const symbol = qrSymbol("A", "M");
  expect(qrPath(symbol)).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  expect(qrSvg("A", "M")).toContain(`viewBox="0 0 ${symbol.size} ${symbol.size}"`);
});

test("labels for the page carry their codes", () => {
  const [label] = printedLabels([aLabel()], "100x150");
  expect(label?.qr.size).toBe(29 + 8);
  expect(label?.township).toBe("三林镇");
});
