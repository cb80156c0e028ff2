import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import expected from "../../../../db/seed/case-2022/expected.json";
import { totalsOf } from "#app/domain/imports/read/totals.ts";
import { readWorkbook } from "#app/domain/imports/read/workbook.ts";
import { ofKind } from "./sheets.ts";

const read = (name: string) =>
  readWorkbook(readFileSync(new URL(`../../../../db/seed/case-2022/${name}.xlsx`, import.meta.url)));

test("gifts of money and goods add up to the published totals", () => {
  const reading = read("捐赠登记总表");
  const { money, goods } = expected;
  expect(totalsOf(reading)).toEqual([
    {
      kind: "money_gifts",
      received: { rows: money.received.rows, fen: BigInt(money.received.fen) },
      pledged: { rows: money.pledged.rows, fen: BigInt(money.pledged.fen) },
    },
    {
      kind: "goods_gifts",
      rows: goods.rows,
      valuedRows: goods.valuedRows,
      valueFen: BigInt(goods.valueFen),
      unvaluedRows: goods.unvaluedRows,
      quantityByItem: Object.fromEntries(
        Object.entries(goods.quantityByItem).map(([item, quantity]) => [item, BigInt(quantity)]),
      ),
    },
  ]);
  expect(reading.sheets.flatMap((sheet) => sheet.problems)).toEqual([]);
  expect(reading.sheets.map((sheet) => sheet.total?.agrees)).toEqual([true, true]);
});

test("hand-outs, payments and needs add up to the published totals", () => {
  const [handouts, payments, needs] = [read("发放登记表"), read("资金支出登记表"), read("物资需求问卷")];
  const { distribution, spending } = expected;
  expect(totalsOf(handouts)).toEqual([
    { kind: "handouts", rows: distribution.rows, valueFen: BigInt(distribution.valueFen) },
  ]);
  expect(totalsOf(payments)).toEqual([{ kind: "payments", rows: spending.rows, fen: BigInt(spending.fen) }]);
  expect(totalsOf(needs)).toEqual([{ kind: "needs", rows: expected.needs.rows }]);
  const problems = [handouts, payments, needs].flatMap(({ sheets }) =>
    sheets.flatMap((sheet) => sheet.problems),
  );
  expect(problems).toEqual([]);
});

test("what the sheets say about themselves is kept", () => {
  const [money, goods] = read("捐赠登记总表").sheets;
  expect(money?.meta).toEqual({
    period: { from: "2022-03-01", to: "2022-06-30" },
    asOf: "2022-06-30T15:00",
    moneyUnit: "wan",
    filer: "示例社会组织合作促进会",
  });
  expect(goods?.meta).toMatchObject({ moneyUnit: "yuan", warehouse: "区级社会组织应急物资储备库" });
});

test("a donor merged over several lines, anonymous donors and lots are read", () => {
  const goods = ofKind(read("捐赠登记总表").sheets[1], "goods_gifts");
  const byRow = new Map(goods.rows.map((row) => [row.row, row]));
  expect(byRow.get(6)).toMatchObject({
    donor: "浦江公益促进会41",
    restriction: "高桥镇",
  });
  expect(byRow.get(6)?.lotNumber).toBeUndefined();
  expect(byRow.get(18)?.donor).toBeNull();
  expect(byRow.get(4)).toMatchObject({
    quantity: 3320n,
    unit: "箱",
    unitPriceFen: 3000n,
    expiresOn: "2024-01-28",
  });
  expect(byRow.get(15)?.expiresOn).toBeNull();
});

test("every shortage and every damage of the hand-outs is a difference", () => {
  const handouts = ofKind(read("发放登记表").sheets[0], "handouts");
  const differences = handouts.rows.filter((row) => row.difference !== null);
  expect(differences).toHaveLength(27);
  expect(handouts.rows.find((row) => row.row === 13)).toMatchObject({
    receiver: "川沙方舱医院",
    receiverKind: "field_hospital",
    difference: { kind: "short", quantity: 22n },
  });
});
