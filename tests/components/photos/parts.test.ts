import { expect, test } from "vitest";
import { partBetween, partMoved, partsOf, placeOf } from "#app/components/photos/parts.ts";
import { hiddenParts, hiddenPartsIn } from "#app/domain/photos/hidden-parts.ts";

const part = { key: 1, x: "100", y: "200", width: "300", height: "400" };

test.each([
  ["drawn to the right and down", { x: 100.4, y: 200 }, { x: 400, y: 599.6 }],
  ["drawn to the left and up", { x: 400, y: 599.6 }, { x: 100.4, y: 200 }],
])("%s, a part lies between the two points", (_how, a, b) => {
  expect(partBetween(a, b)).toEqual({ x: "100", y: "200", width: "300", height: "400" });
});

test("a part ends with the picture, and a tap is none", () => {
  expect(partBetween({ x: -80, y: 900 }, { x: 50, y: 1200 })).toEqual({
    x: "0",
    y: "900",
    width: "50",
    height: "100",
  });
  expect(partBetween({ x: 500, y: 500 }, { x: 505, y: 900 })).toBeNull();
});

test("arrow keys move a part, with Shift they resize it, and neither leaves the picture", () => {
  expect(partMoved(part, "ArrowRight", false)).toEqual({ ...part, x: "110" });
  expect(partMoved(part, "ArrowUp", false)).toEqual({ ...part, y: "190" });
  expect(partMoved(part, "ArrowDown", true)).toEqual({ ...part, height: "410" });
  expect(partMoved({ ...part, x: "0" }, "ArrowLeft", false)).toEqual({ ...part, x: "0" });
  expect(partMoved({ ...part, x: "695" }, "ArrowRight", false)).toEqual({ ...part, x: "700" });
  expect(partMoved({ ...part, width: "900" }, "ArrowRight", true)).toEqual({ ...part, width: "900" });
  expect(partMoved({ ...part, height: "10" }, "ArrowUp", true)).toEqual({ ...part, height: "10" });
  expect(partMoved(part, "Enter", false)).toBeNull();
});

test("what is typed is shown where it is, or as far as there is a picture", () => {
  expect(placeOf(part)).toEqual({ left: "10%", top: "20%", width: "30%", height: "40%" });
  expect(placeOf({ x: "900", y: "", width: "500", height: "x" })).toEqual({
    left: "90%",
    top: "0%",
    width: "10%",
    height: "0%",
  });
});

test("a form's parts keep what was typed; what is no list is none", () => {
  expect(partsOf([{ x: "1", y: "b" }])).toEqual([{ key: 0, x: "1", y: "b", width: "", height: "" }]);
  expect(partsOf("none")).toEqual([]);
});

test("parts go through an address and back", () => {
  const parts = [
    { x: 100, y: 200, width: 300, height: 400 },
    { x: 0, y: 0, width: 1000, height: 1 },
  ];
  const read = hiddenPartsIn(new URLSearchParams(hiddenParts(parts)));
  expect(read.map(({ x, y, width, height }) => [x, y, width, height].map(Number))).toEqual(
    parts.map(({ x, y, width, height }) => [x, y, width, height]),
  );
});
