import { expect, test } from "vitest";
import { parseSheet } from "#app/domain/stocktakes/parse-sheet.ts";

const bins = [
  { accountId: "7", names: ["收货区", "Dock"] },
  { accountId: "8", names: ["A-01"] },
  { accountId: "9", names: ["A-02"] },
];
const heads = {
  bin: ["库位", "Bin"],
  assetId: ["批编号", "Lot key"],
  since: ["核对码", "Check code"],
  packs: ["整包数", "Whole packs"],
  pieces: ["零散数", "Loose pieces"],
};
const chinese = ["库位", "物资", "整包数", "零散数", "批编号", "核对码"];
const read = (...rows: string[][]) => parseSheet([["盘点表"], [], chinese, ...rows], bins, heads);

test("a filled sheet is read by its heads, in either language, wherever the columns stand", () => {
  const rows = [
    ["Check code", "Lot key", "Loose pieces", "Whole packs", "Bin"],
    ["3x0", "101", "40", "2", "A-01"],
    ["3x0", "102", "", "", "A-01"],
    ["1x0", "103", "1,000", "", "Dock"],
    ["5x0", "104", "", "", "A-02"],
  ];
  expect(parseSheet(rows, bins, heads)).toEqual({
    problems: [],
    bins: [
      {
        accountId: "8",
        bin: "A-01",
        row: 2,
        since: "3x0",
        lines: [{ row: 2, assetId: "101", packs: 2n, pieces: 40n }],
      },
      {
        accountId: "7",
        bin: "Dock",
        row: 4,
        since: "1x0",
        lines: [{ row: 4, assetId: "103", packs: 0n, pieces: 1000n }],
      },
    ],
  });
});

test("an empty place is counted by a 0, and a lot added by hand has its place's check code", () => {
  const { bins: places, problems } = read(
    ["A-01", "（空）", "", "0", "", "2x0"],
    ["A-02", "口罩", "", "", "101", "9x5"],
    ["A-02", "手套", "", "12", "205", ""],
  );
  expect(problems).toEqual([]);
  expect(places).toMatchObject([
    { accountId: "8", since: "2x0", lines: [] },
    { accountId: "9", since: "9x5", lines: [{ assetId: "205", pieces: 12n }] },
  ]);
});

test.each([
  [["B-99", "", "1", "", "101", "1x0"], "bin_unknown", "B-99"],
  [["A-01", "", "1.5", "", "101", "1x0"], "not_whole", "1.5"],
  [["A-01", "", "", "-3", "101", "1x0"], "not_whole", "-3"],
  [["A-01", "", "", "十", "101", "1x0"], "not_whole", "十"],
  [["A-01", "", "", "3", "", "1x0"], "lot_unknown", ""],
  [["A-01", "", "", "3", "L2022", "1x0"], "lot_unknown", "L2022"],
  [["A-01", "", "", "3", "101", "1-0"], "bad_since", "A-01"],
  [["A-01", "", "", "3", "101", ""], "bad_since", "A-01"],
])("%j is refused by its row", (row, code, text) => {
  expect(read(["A-02", "", "", "1", "102", "4x0"], row).problems).toEqual([{ row: 5, code, text }]);
});

test("the same lot twice in a bin is refused, and names the first row; in two bins it is not", () => {
  const row = ["A-01", "", "", "3", "101", "1x0"];
  expect(read(row, row).problems).toEqual([{ row: 5, code: "lot_twice", text: "4" }]);
  expect(read(row, ["A-02", "", "", "3", "101", "2x0"]).problems).toEqual([]);
});

test("a sheet without its heads, or without a number, says so", () => {
  expect(parseSheet([["库位", "数量"]], bins, heads).problems).toEqual([
    { row: 0, code: "no_head", text: "" },
  ]);
  expect(read(["A-01", "口罩", "", "", "101", "1x0"]).problems).toEqual([
    { row: 0, code: "nothing_counted", text: "" },
  ]);
});
