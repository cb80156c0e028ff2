import { expect, test } from "vitest";
import type { SheetReading } from "#app/domain/imports/read/reading.ts";
import { readWorkbook } from "#app/domain/imports/read/workbook.ts";
import { dateCell, ofKind, xlsxOf, type SheetSpec } from "./sheets.ts";

const readSheets = (...specs: SheetSpec[]) => readWorkbook(xlsxOf(...specs)).sheets;
const codes = (sheet: SheetReading) => sheet.problems.map(({ row, code }) => `${row} ${code}`);
const noticed = (sheet: SheetReading, code: string) => sheet.notices.filter((notice) => notice.code === code);

test("other column order, other words, extra columns and several title rows", () => {
  const [sheet] = readSheets({
    name: "3月善款",
    rows: [
      ["示例区慈善总会"],
      ["善款接收明细"],
      ["（2022年3月1日至2022年3月31日）", null, null, "金额单位：元"],
      [],
      ["款项状态", "善款金额", "爱心单位", "联系电话", "受赠机构", "入账日期", "票据号", "捐赠意向", "No."],
      ["已到", "1,234.50", "甲公司", "13800138000", "示例基金会", "3/15", "A01", "用于方舱医院", 1],
      ["认捐", "5万元", "爱心人士", null, "示例基金会", dateCell(44635), null, "不限", 2],
      ["实收合计", 1234.5],
      ["制表：张三", null, "审核：李四"],
    ],
  });
  const money = ofKind(sheet, "money_gifts");
  expect(money.problems).toEqual([]);
  expect(money.headerRow).toBe(5);
  expect(money.rows).toEqual([
    {
      row: 6,
      date: "2022-03-15",
      donor: "甲公司",
      organization: "示例基金会",
      amountFen: 123450n,
      status: "received",
      restriction: "方舱医院",
      sequence: "1",
    },
    {
      row: 7,
      date: "2022-03-15",
      donor: null,
      organization: "示例基金会",
      amountFen: 5_000_000n,
      status: "pledged",
      restriction: null,
      sequence: "2",
    },
  ]);
  expect(money.total).toEqual({ row: 8, stated: 123450n, computed: 123450n, agrees: true });
});

test("a header of two rows with merged groups, donors merged over lines, blank rows and a repeated header", () => {
  const header = [
    ["序号", "捐赠信息", null, "捐赠物资", null, null, null, "价值", null, "备注"],
    [null, "接收日期", "捐赠方", "名称", "规格", "数量", "单位", "单价（元）", "金额（万元）", null],
  ];
  const [sheet] = readSheets({
    rows: [
      ["捐赠物资登记表（2022年度）"],
      ...header,
      [1, "4月1日", "甲公司", "口罩", "50只/盒", "3箱×2000只", "只", 0.5, 0.3],
      [2, "4月1日", null, "手套", null, "120盒", null, 10, 0.12],
      [3, "4月2日", null, "牛奶", null, 5, "箱", null, "待确认"],
      [],
      ...header,
      [4, "4月3日", "乙公司", "大米", "5kg/袋", "１００", "袋", 35, "3500元"],
      ["合　计", null, null, null, null, null, null, null, 0.77],
    ],
    merges: ["A1:J1", "A2:A3", "B2:C2", "D2:G2", "H2:I2", "J2:J3", "C4:C6"],
  });
  const goods = ofKind(sheet, "goods_gifts");
  expect(goods.problems).toEqual([]);
  expect(goods.headerRow).toBe(3);
  expect(
    goods.rows.map(({ row, donor, item, quantity, unit, valueFen }) => [
      row,
      donor,
      item,
      quantity,
      unit,
      valueFen,
    ]),
  ).toEqual([
    [4, "甲公司", "口罩", 6000n, "只", 300000n],
    [5, "甲公司", "手套", 120n, "盒", 120000n],
    [6, "甲公司", "牛奶", 5n, "箱", null],
    [10, "乙公司", "大米", 100n, "袋", 350000n],
  ]);
  expect(goods.rows[0]?.pack).toEqual({ count: 3n, unit: "箱", size: 2000n });
  expect(goods.total?.agrees).toBe(true);
  expect(noticed(goods, "header_repeated")).toHaveLength(2);
});

test("a wrong total blocks, and is told with both sums", () => {
  const [sheet] = readSheets({
    rows: [
      ["日期", "捐款人", "接收机构", "金额（元）", "到账情况"],
      ["2022-03-14", "甲", "示例基金会", 100, "到账"],
      ["2022-03-14", "乙", "示例基金会", 200.5, "意向"],
      ["合计", null, null, 301],
    ],
  });
  const money = ofKind(sheet, "money_gifts");
  expect(money.total).toEqual({ row: 4, stated: 30100n, computed: 30050n, agrees: false });
  expect(money.problems).toMatchObject([
    {
      row: 4,
      column: "D",
      code: "total_differs",
      params: { stated: "301.00", computed: "300.50" },
      value: "301",
    },
  ]);
});

test("subtotals are checked against their own rows, totals against all", () => {
  const rows = (subtotal: number) => [
    ["发放日期", "接收单位", "街镇", "物资名称", "数量", "单位", "折价（元）", "签收人"],
    ["2022-03-14", "甲居委会", "大团镇", "口罩", 10, "只", 5, "张"],
    ["2022-03-14", "乙居委会", "大团镇", "口罩", 20, "只", 10, "张"],
    ["大团镇小计", null, null, null, 30, null, subtotal],
    ["2022-03-15", "丙居委会", "唐镇", "口罩", 30, "只", 15, "张"],
    ["小计", null, null, null, 30, null, 15],
    ["总计", null, null, null, 60, null, 30],
  ];
  const right = ofKind(readSheets({ rows: rows(15) })[0], "handouts");
  expect(right.problems).toEqual([]);
  expect(right.rows).toHaveLength(3);
  expect(noticed(right, "subtotal_checked")).toHaveLength(2);
  const wrong = ofKind(readSheets({ rows: rows(16) })[0], "handouts");
  expect(codes(wrong)).toEqual(["4 subtotal_differs"]);
});

test("rows with problems are refused one by one with their cell, the others read", () => {
  const [sheet] = readSheets({
    rows: [
      ["捐赠物资登记表（2022年3月）"],
      ["序号", "接收日期", "捐赠单位", "物资名称", "数量", "单位", "折价金额（元）", "有效期至"],
      [1, "2022.2.30", "甲", "口罩", 10, "只", 5, "长期"],
      [2, null, "甲", "口罩", 10, "只", 5],
      [3, "3月15日", "甲", null, 10, "只", 5],
      [4, "3月15日", "甲", "口罩", 1.5, "箱", 5],
      [5, "3月15日", "甲", "口罩", -3, "箱", 5],
      [6, "3月15日", "甲", "口罩", 99999999999, "箱", 5],
      [7, "3月15日", "甲", "口罩", 10, null, 5],
      [8, "3月15日", "甲", "口罩", 10, "只", 0],
      [9, "3月15日", "甲", "口罩", 10, "只", 1.001],
      [10, "3月15日", "甲", "口罩", 10, "只", 1e20],
      [11, "3月15日", "甲", "口罩", 10, "只", 5, "24个月"],
      [12, "3月15日", "甲", "口罩", "10盒", "只", 5],
      [13, "3月15日", "甲", "口罩", 10, "只", 5, "2024年6月"],
      [13, "3月15日", "甲", "口罩", 10, "只", 5, "2024年6月"],
    ],
  });
  const goods = ofKind(sheet, "goods_gifts");
  expect(codes(goods)).toEqual([
    "3 date_impossible",
    "4 date_missing",
    "5 item_missing",
    "6 quantity_not_whole",
    "7 quantity_not_positive",
    "8 quantity_too_large",
    "9 unit_missing",
    "10 amount_not_positive",
    "11 amount_too_precise",
    "12 amount_too_large",
    "13 expiry_unreadable",
    "14 unit_conflict",
    "16 duplicate_row",
  ]);
  expect(goods.problems[0]).toMatchObject({ column: "B", field: "date", value: "2022.2.30" });
  expect(goods.rows).toMatchObject([{ row: 15, expiresOn: "2024-06-30" }]);
  expect(goods.rowCount).toBe(14);
});

test("a missing column blocks, and a person may say which column it is", () => {
  const file = xlsxOf({
    name: "捐款",
    rows: [
      ["捐款登记表", null, null, null, "单位：元"],
      ["捐赠日期", "捐赠单位", "接收机构", "甲栏", "到账情况"],
      ["2022-03-14", "甲", "示例基金会", 100, "到账"],
    ],
  });
  const guessed = ofKind(readWorkbook(file).sheets[0], "money_gifts");
  expect(guessed.problems[0]).toMatchObject({ code: "column_missing", field: "amount", row: 2 });
  const mapping = { 捐款: { columns: { D: "amount" }, moneyUnit: "wan" } } as const;
  const mapped = ofKind(readWorkbook(file, { mapping }).sheets[0], "money_gifts");
  expect(mapped.problems).toEqual([]);
  expect(mapped.rows[0]?.amountFen).toBe(100_000_000n);
});

test("dates without a year need a period, other dates or a decision", () => {
  const rows = [
    ["日期", "支出机构", "支出类型", "用途", "供应商", "报价1", "报价2", "支出金额"],
    ["12月30日", "示例基金会", "采购", "采购口罩", "供应商甲", 100, 120, 100],
    ["1月2日", "示例基金会", null, "资助社区", "某促进会", null, null, 50],
  ];
  const without = ofKind(readSheets({ name: "支出", rows })[0], "payments");
  expect(codes(without)).toEqual(["2 date_without_year", "3 date_without_year"]);
  const titled = ofKind(
    readSheets({ name: "支出", rows: [["资金支出（2021年12月—2022年1月）"], ...rows] })[0],
    "payments",
  );
  expect(titled.rows.map((row) => [row.date, row.kind, row.quotesFen])).toEqual([
    ["2021-12-30", "purchase", [10000n, 12000n]],
    ["2022-01-02", "grant", [null, null]],
  ]);
  const chosen = readWorkbook(xlsxOf({ name: "支出", rows }), { mapping: { 支出: { year: 2023 } } })
    .sheets[0];
  expect(ofKind(chosen, "payments").rows[0]?.date).toBe("2023-12-30");
});

test("one sheet takes its period from another of the same file", () => {
  const money = {
    rows: [
      ["捐款登记表（2023年1月—3月）"],
      ["日期", "捐赠人", "接收机构", "金额（元）"],
      ["2月1日", "甲", "示例基金会", 1],
    ],
  };
  const goods = {
    rows: [
      ["接收日期", "捐赠单位", "物资名称", "数量（箱）"],
      ["2月3日", "甲", "牛奶", 3],
    ],
  };
  const sheets = readSheets(money, goods);
  expect(ofKind(sheets[1], "goods_gifts").rows).toMatchObject([
    { date: "2023-02-03", unit: "箱", valueFen: null },
  ]);
});

test("text rows, same-as-above marks, pre-numbered rows and rows after the total", () => {
  const [sheet] = readSheets({
    rows: [
      ["物资发放表 2022年4月"],
      ["序号", "发放日期", "领取单位", "街道/镇", "物资名称", "发放数量", "计量单位", "领取人", "收货情况"],
      ["—— 第一批 ——"],
      [1, "4月1日", "甲居委会", "大团镇", "口罩", 100, "只", "张书记", "√"],
      [2, "同上", "乙居委会", "同上", "〃", 50, "只", "李书记", "短少4只、破损2只"],
      [3],
      ["合计", null, null, null, null, 150],
      ["备注：本表一式两份"],
      ["单位（盖章）"],
    ],
  });
  const handouts = ofKind(sheet, "handouts");
  expect(handouts.problems).toEqual([]);
  expect(handouts.rows).toMatchObject([
    { row: 4, receiverKind: "committee", difference: null },
    {
      row: 5,
      date: "2022-04-01",
      township: "大团镇",
      item: "口罩",
      difference: { kind: "short", quantity: 4n },
      furtherDifference: { kind: "damaged", quantity: 2n },
    },
  ]);
  expect(noticed(handouts, "note_row_skipped").map((notice) => notice.row)).toEqual([3, 8, 9]);
});

test("a promise is never income, and an unclear status is asked about", () => {
  const [sheet] = readSheets({
    rows: [
      ["日期", "捐赠单位", "接收机构", "金额（元）", "到账状态"],
      ...["已到账", "未到账", "意向（协议办理中）", "承诺", "部分到账", null].map((status, index) => [
        "2022-03-14",
        `单位${index}`,
        "示例基金会",
        100,
        status,
      ]),
    ],
  });
  const money = ofKind(sheet, "money_gifts");
  expect(money.rows.map((row) => row.status)).toEqual(["received", "pledged", "pledged", "pledged"]);
  expect(codes(money)).toEqual(["6 status_unreadable", "7 status_unreadable"]);
});

test("unknown sheets are named and left alone; another table on the same sheet is not swallowed", () => {
  const [plan, money] = readSheets(
    {
      name: "通讯录",
      rows: [
        ["姓名", "电话"],
        ["张三", "13800138000"],
      ],
    },
    {
      rows: [
        ["日期", "捐赠单位", "接收机构", "金额（元）"],
        ["2022-03-14", "甲", "示例基金会", 100],
        [],
        ["接收日期", "捐赠单位", "物资名称", "数量", "单位"],
        ["2022-03-14", "甲", "口罩", 100, "只"],
      ],
    },
  );
  expect(plan).toMatchObject({ name: "通讯录", kind: "unknown", rows: [] });
  expect(ofKind(money, "money_gifts").rows).toHaveLength(1);
  expect(codes(ofKind(money, "money_gifts"))).toEqual(["4 second_table"]);
});

test("the same cells hash the same however the file is packed, named or spaced", () => {
  const rows = [
    ["日期", "捐赠单位", "接收机构", "金额（元）"],
    ["2022-03-14", "甲", "示例基金会", 100],
  ];
  const other = [
    ["日期", " 捐赠单位", "接收机构", "金额（元）"],
    [],
    ["2022-03-14", "甲", "示例基金会", "100"],
  ];
  const hash = (spec: SheetSpec) => readWorkbook(xlsxOf(spec)).contentHash;
  expect(hash({ name: "二", rows: other })).toBe(hash({ name: "一", rows }));
  expect(hash({ rows: [...rows, ["2022-03-15", "乙", "示例基金会", 1]] })).not.toBe(hash({ rows }));
});
