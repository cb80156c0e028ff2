import { expect, test } from "vitest";
import { parseForm, parseFormData } from "#app/components/fields/form-data.ts";

function formOf(...entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test("dots and brackets nest alike", () => {
  const form = formOf(
    ["donor", "示例商会"],
    ["lines[0].item", "口罩"],
    ["lines.0.quantity", "3"],
    ["to.site", "7"],
  );
  expect(parseFormData(form)).toEqual({
    donor: "示例商会",
    lines: [{ item: "口罩", quantity: "3" }],
    to: { site: "7" },
  });
});

test("blank inputs and blank lines are left out, and lines keep their order", () => {
  const form = formOf(
    ["note", "  "],
    ["lines[10].item", "三"],
    ["lines[2].item", "二"],
    ["lines[1].item", ""],
    ["lines[1].quantity", " "],
    ["lines[0].item", "一"],
  );
  expect(parseFormData(form)).toEqual({ lines: [{ item: "一" }, { item: "二" }, { item: "三" }] });
});

test("a path in the values leads back to the input it came from", () => {
  const { inputPath } = parseForm(formOf(["lines[1].item", "一"], ["lines[4].item", "二"], ["donor", "x"]));
  expect(inputPath("lines.1.quantity")).toBe("lines.4.quantity");
  expect(inputPath("lines.0")).toBe("lines.1");
  expect(inputPath("donor")).toBe("donor");
  expect(inputPath("lines")).toBe("lines");
});

test("a unit is put behind its amount, unless the amount has one or is blank", () => {
  const form = formOf(
    ["amount", " 12.5 "],
    ["amount:unit", "万元"],
    ["written", "300元"],
    ["written:unit", "万元"],
    ["blank", ""],
    ["blank:unit", "元"],
    ["quotes[0]", "1"],
    ["quotes[0]:unit", "元"],
    ["quotes[1]:unit", "元"],
  );
  expect(parseFormData(form)).toEqual({ amount: "12.5万元", written: "300元", quotes: ["1元"] });
});

test("the last of a repeated name counts, and name[] collects", () => {
  expect(parseFormData(formOf(["kind", "a"], ["kind", "b"], ["tags[]", "x"], ["tags[]", "y"]))).toEqual({
    kind: "b",
    tags: ["x", "y"],
  });
});

test.each([
  "__proto__.polluted",
  "constructor.prototype.polluted",
  "lines[0].__proto__.polluted",
  "a[__proto__]",
  "a.b.c.d.e.f.g.h",
  "..",
  "[]",
  "",
])("a name that leads nowhere good is ignored: %j", (name) => {
  expect(parseFormData(formOf([name, "yes"]))).toEqual({});
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("a name that is both a text and a branch does not throw", () => {
  expect(parseFormData(formOf(["a", "1"], ["a.b", "2"], ["c.d", "3"], ["c", "4"]))).toEqual({
    a: "1",
    c: { d: "3" },
  });
});

test("an empty file is no file", () => {
  const form = new FormData();
  form.set("photo", new File([], ""));
  form.set("sheet", new File(["x"], "a.xlsx"));
  expect(Object.keys(parseFormData(form))).toEqual(["sheet"]);
});
