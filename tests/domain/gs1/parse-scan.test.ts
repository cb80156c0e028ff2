import fc from "fast-check";
import { expect, test } from "vitest";
import { labelUrl, newCode } from "#app/domain/code.ts";
import { parseScan } from "#app/domain/gs1/parse-scan.ts";
import { SEPARATOR } from "#app/domain/gs1/split-elements.ts";

const today = "2022-04-03";
const scan = (text: string) => parseScan(text, today);
const data = (text: string) => {
  const read = scan(text);
  if (read.kind !== "gs1") throw new Error(`${read.kind}: ${JSON.stringify(read)}`);
  return read.data;
};

test.each([
  ["6901234567892", "06901234567892"],
  ["96385074", "00000096385074"],
  ["036000291452", "00036000291452"],
  ["09521234543213", "09521234543213"],
  ["]E06901234567892", "06901234567892"],
  ["]I109521234543213", "09521234543213"],
  ["６９０１２３４５６７８９２", "06901234567892"],
  ["6 901234 567892", "06901234567892"],
  ["\u0002690123\u00004567892\r\n", "06901234567892"],
])("%j is a GTIN of fourteen digits", (text, gtin) => {
  expect(data(text)).toEqual({ gtin });
});

test.each(["6901234567893", "96385075", "036000291453", "09521234543214", "106141411234567898"])(
  "%s has a wrong check digit",
  (text) => {
    expect(scan(text)).toMatchObject({ kind: "bad", problem: "bad_check_digit", text });
  },
);

test("an SSCC stands alone, in an element string and in an address", () => {
  const sscc = "106141411234567897";
  for (const text of [sscc, `00${sscc}`, `]C100${sscc}`, `(00)${sscc}`, `https://id.gs1.org/00/${sscc}`]) {
    expect(data(text), text).toEqual({ sscc });
  }
});

test("GTIN, lot, expiry and serial are read from every carrier of an element string", () => {
  const read = { gtin: "09521234543213", expiresOn: "2023-02-28", lot: "ABC-123", serial: "7/x" };
  const elements = `0109521234543213172302281${"0ABC-123"}${SEPARATOR}217/x`;
  for (const text of [
    elements,
    `${SEPARATOR}${elements}`,
    `]C1${elements}`,
    `]d2${elements}`,
    `]Q3${elements}`,
    `]e0${elements}`,
    `]d2${elements}${SEPARATOR}\r`,
    "(01)09521234543213(17)230228(10)ABC-123(21)7/x",
    "(01) 09521234543213 (17) 230228 (10) ABC-123 (21) 7/x",
    "（01）09521234543213（17）230228（10）ＡＢＣ－123（21）7/x",
  ]) {
    expect(data(text), JSON.stringify(text)).toEqual(read);
  }
});

test("a separator after an element of predefined length does no harm", () => {
  expect(data(`]C10109521234543213${SEPARATOR}17230228${SEPARATOR}10A`)).toEqual({
    gtin: "09521234543213",
    expiresOn: "2023-02-28",
    lot: "A",
  });
});

test("a logistic unit says what it holds, how many and how heavy", () => {
  expect(data(`]C10010614141123456789702095212345432133740${SEPARATOR}3102001250`)).toEqual({
    sscc: "106141411234567897",
    contentGtin: "09521234543213",
    count: 40n,
    netKilograms: "12.50",
  });
  expect(data("(01)09521234543213(30)12(3105)001250").netKilograms).toBe("0.01250");
  expect(data("(01)09521234543213(3100)001250").netKilograms).toBe("1250");
});

test("elements nobody asks for are passed over, of whatever length their identifiers are", () => {
  expect(
    data(`]d2240SPARE${SEPARATOR}4109521234543213710123${SEPARATOR}80200001${SEPARATOR}91X${SEPARATOR}10LOT`),
  ).toEqual({ lot: "LOT" });
});

test.each([
  ["https://id.gs1.org/01/09521234543213/10/ABC%2F1/21/9?17=230228", { lot: "ABC/1", serial: "9" }],
  ["https://example.org/some/stem/01/09521234543213?17=230228", {}],
  ["HTTPS://EXAMPLE.ORG/01/9521234543213?utm=x&17=230228", {}],
  ["https://example.org/01/09521234543213/22/2A?17=230228;linkType=all", { variant: "2A" }],
])("%s is a Digital Link", (text, more) => {
  expect(data(text)).toEqual({ gtin: "09521234543213", expiresOn: "2023-02-28", ...more });
});

test("production and best before are told apart from expiry", () => {
  expect(data("https://example.org/01/09521234543213?11=220101&15=220630")).toEqual({
    gtin: "09521234543213",
    producedOn: "2022-01-01",
    bestBefore: "2022-06-30",
  });
});

test.each([
  ["240200", "2024-02-29"],
  ["230200", "2023-02-28"],
  ["221200", "2022-12-31"],
  ["720101", "2072-01-01"],
  ["730101", "1973-01-01"],
  ["991231", "1999-12-31"],
])("%s means %s in 2022", (digits, expiresOn) => {
  expect(data(`(01)09521234543213(17)${digits}`).expiresOn).toBe(expiresOn);
});

test("towards the end of a century, small years belong to the next", () => {
  expect(parseScan("(17)490101", "2099-06-01")).toMatchObject({ data: { expiresOn: "2149-01-01" } });
  expect(parseScan("(17)500101", "2099-06-01")).toMatchObject({ data: { expiresOn: "2050-01-01" } });
});

test.each([
  ["(01)09521234543214", "bad_check_digit", "01"],
  ["https://example.org/01/09521234543214", "bad_check_digit", "01"],
  ["(00)106141411234567896", "bad_check_digit", "00"],
  ["(17)221301", "bad_date", "17"],
  ["(17)220230", "bad_date", "17"],
  ["(17)2202", "too_short", "17"],
  ["(17)22-2-1", "bad_number", "17"],
  ["]C1010952123454", "too_short", "01"],
  ["(10)123456789012345678901", "too_long", "10"],
  ["(10)", "too_short", "10"],
  ["(10)批号", "bad_text", "10"],
  ["(37)123456789", "too_long", "37"],
  ["]C1050123", "unknown_identifier", null],
  ["(123)4", "unknown_identifier", "123"],
] as const)("%s: %s", (text, problem, ai) => {
  expect(scan(text)).toMatchObject({ kind: "bad", problem, ai });
});

test("a label of ours is read from its address and its code, whosoever's address it is", () => {
  const code = newCode();
  expect(scan(labelUrl("https://jieli.example", code))).toEqual({
    kind: "label",
    code,
    host: "jieli.example",
  });
  expect(scan(`https://other.example/q/${code.toLowerCase()}`)).toMatchObject({
    code,
    host: "other.example",
  });
  expect(scan(`${code.slice(0, 3)}-${code.slice(3, 6)} ${code.slice(6)}`)).toEqual({
    kind: "label",
    code,
    host: null,
  });
});

test.each([
  ["", "nothing"],
  ["\r\n\u0000", "nothing"],
  ["7K4M2PXDZ", "misread_label"],
  ["https://u.wechat.com/EBEg-abc", "address"],
  ["https://example.org/01/abc", "address"],
  ["https://example.org/01/09521234543213/10", "address"],
  ["1234567890", "number"],
  ["0112345", "number"],
  ["YT-001 顺丰", "text"],
])("%j is unknown and looks like %s", (text, looksLike) => {
  expect(scan(text)).toMatchObject({ kind: "unknown", looksLike });
});

const character82 = fc.constantFrom(
  ...Array.from("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
);
const text20 = fc.string({ unit: character82, minLength: 1, maxLength: 20 });
const day = fc
  .date({ min: new Date("1973-01-01"), max: new Date("2072-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const key = (length: number) =>
  fc.stringMatching(new RegExp(`^\\d{${length - 1}}$`)).map((digits) => `${digits}${checkDigit(digits)}`);

/** By table, not by the code under test: the digit that makes the weighted sum a multiple of ten. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (let at = digits.length - 1, weight = 3; at >= 0; at -= 1, weight = 4 - weight)
    sum += weight * Number(digits[at]);
  return (10 - (sum % 10)) % 10;
}

test("whatever is composed into an element string or an address is read back", () => {
  const drawn = fc.record(
    { gtin: key(14), expiresOn: day, bestBefore: day, lot: text20, serial: text20, variant: text20 },
    { requiredKeys: ["gtin"] },
  );
  const ais = {
    gtin: "01",
    expiresOn: "17",
    bestBefore: "15",
    lot: "10",
    serial: "21",
    variant: "22",
  } as const;
  const valueOf = (name: string, value: string) =>
    name === "expiresOn" || name === "bestBefore" ? value.slice(2).replaceAll("-", "") : value;
  fc.assert(
    fc.property(drawn, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (goods, shuffle) => {
      const elements = Object.entries(goods)
        .map(([name, value], n) => ({
          ai: ais[name as keyof typeof ais],
          value: valueOf(name, value),
          order: shuffle[n] ?? 0,
        }))
        .sort((a, b) => a.order - b.order);
      const text = elements.map(({ ai, value }) => `${ai}${value}`).join(SEPARATOR);
      expect(data(`]d2${text}`)).toEqual(goods);
      const query = elements
        .filter(({ ai }) => ai !== "01")
        .map(({ ai, value }) => `${ai}=${encodeURIComponent(value)}`);
      expect(data(`https://example.org/x/01/${goods.gtin}?${query.join("&")}`)).toEqual(goods);
    }),
  );
});

test("every wrong digit of a key is found", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(8, 12, 13, 14, 18).chain((length) => fc.tuple(key(length), fc.nat(length - 1))),
      fc.integer({ min: 1, max: 9 }),
      ([digits, at], change) => {
        const wrong = `${digits.slice(0, at)}${(Number(digits[at]) + change) % 10}${digits.slice(at + 1)}`;
        expect(scan(digits).kind).toBe("gs1");
        expect(scan(wrong)).toMatchObject({ kind: "bad", problem: "bad_check_digit" });
      },
    ),
  );
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      expect(["label", "gs1", "bad", "unknown"]).toContain(scan(text).kind);
      expect(["gs1", "bad"]).toContain(scan(`]C1${text}x`).kind);
    }),
  );
});
