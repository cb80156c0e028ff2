import { expect, test } from "vitest";
import { readCounts, readRows, tableOf } from "#app/domain/registers/read-table.ts";
import { tableWords } from "#app/domain/registers/table-words.server.ts";

const words = tableWords();
const tenEach = [{ n: 1, quantity: 10n, per: "household" as const }];

test("rows typed without a head: building, door, people, name, telephone, group, households", () => {
  const text = "3号楼，502，2\n\n5号楼，，12，，，老人\n5号楼,,40,,,,15";
  const { rows, problems } = readRows(tableOf(text), words, tenEach);
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([
    {
      building: "3号楼",
      door: "502",
      group: null,
      households: 1,
      people: 2,
      shares: [{ n: 1, quantity: 10n }],
    },
    { group: "elderly", households: 0, people: 12, shares: [{ n: 1, quantity: 120n }] },
    { group: null, households: 15, people: 40, shares: [{ n: 1, quantity: 150n }] },
  ]);
});

test("a pasted sheet with its head, in either language; a cell's own number goes before what each gets", () => {
  const text =
    "Building\tPeople\tGroup\tTo get 1 Masks (只)\tTo get 2 Rice (袋)\nB1\t3\tElderly\t7\t\nB2\t4\t孕产妇\t\t2";
  const perPerson = [{ n: 1, quantity: 2n, per: "person" as const }];
  const { rows, problems } = readRows(tableOf(text), words, perPerson);
  expect(problems).toEqual([]);
  expect(rows.map(({ group, shares }) => [group, shares])).toEqual([
    ["elderly", [{ n: 1, quantity: 7n }]],
    [
      "pregnant",
      [
        { n: 1, quantity: 8n },
        { n: 2, quantity: 2n },
      ],
    ],
  ]);
});

test("a bad row is named with its own number, its column and what it says", () => {
  const text = "3号楼,502,2\n,503,2\n3号楼,504,两人\n5号楼,,12,,,大学生\n5号楼,,2,,,,5";
  const { problems } = readRows(tableOf(text), words, tenEach);
  expect(problems).toEqual([
    { row: 2, column: "building", code: "required", text: "" },
    { row: 3, column: "people", code: "not_a_number", text: "两人" },
    { row: 4, column: "group", code: "group_unknown", text: "大学生" },
    { row: 5, column: "people", code: "fewer_people_than_households", text: "2" },
  ]);
});

test("nothing at all is told for the whole table", () => {
  expect(readRows(tableOf(" \n"), words, []).problems).toMatchObject([{ row: 0, code: "lines_missing" }]);
});

const register = { rows: [{ n: 1 }, { n: 2 }], lines: [{ n: 1 }] };
const head = "序号\t楼栋\t应领1 口罩（只）\t实领1 口罩（只）";

test("a filled sheet is read by row numbers; blank cells were not counted", () => {
  const table = tableOf(`领取登记册\n${head}\n2\t5号楼\t10\t8\n1\t3号楼\t10\t`);
  expect(readCounts(table, words, register)).toEqual({
    rows: [{ n: 2, given: [{ n: 1, quantity: 8n }] }],
    problems: [],
  });
});

test("a filled sheet with rows that do not fit says which", () => {
  const table = tableOf(`${head}\n1\t3号楼\t10\t八\n3\t3号楼\t10\t1\n2\t3号楼\t10\t1\n2\t3号楼\t10\t1`);
  expect(readCounts(table, words, register).problems).toEqual([
    { row: 2, column: "given", code: "not_whole", text: "八" },
    { row: 3, column: "n", code: "row_unknown", text: "3" },
    { row: 5, column: "n", code: "duplicate", text: "2" },
  ]);
  expect(readCounts(tableOf("楼栋\t人数\n3号楼\t1"), words, register).problems).toMatchObject([
    { code: "no_head" },
  ]);
});
