import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { ApproveForm } from "#app/components/stocktakes/approve-form.tsx";
import { CountForm } from "#app/components/stocktakes/count-form.tsx";
import { parseFormData } from "#app/components/fields/form-data.ts";
import { ApproveForm as ApproveSchema } from "#app/domain/stocktakes/approve-form.ts";
import { CountBinForm } from "#app/domain/stocktakes/count-form.ts";
import type { StocktakeProgress } from "#app/domain/stocktakes/get.server.ts";
import { render } from "../render.tsx";

/** What a form sends when nothing in it was touched: its inputs with their values. */
function untouched(html: string): FormData {
  const form = new FormData();
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    if (name && !tag.includes('type="checkbox"')) form.append(name, / value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  return form;
}

const given = { today: "2022-04-01", errors: undefined, requestId: uuidv7() };
const lot = {
  assetId: "101",
  item: "医用外科口罩",
  unit: "只",
  specification: null,
  packName: "箱",
  packSize: 20n,
  lotNumber: null,
  expiresOn: null,
  expected: null,
  counted: null,
};

test("a count's form is whole: what the browser checks before sending is all there", () => {
  const sheet = {
    accountId: "12",
    bin: "A-01",
    zone: null,
    since: "3x0",
    rounds: 0,
    pickedFor: null,
    lots: [lot],
  };
  const html = render(<CountForm {...given} stocktakeId={uuidv7()} sheet={sheet} found={[]} />);
  const form = untouched(html);
  expect(CountBinForm.parse(parseFormData(form))).toMatchObject({
    accountId: "12",
    since: "3x0",
    counts: [],
  });
  form.set("counts.lot101.packs", "4");
  form.set("counts.lot101.pieces", "15");
  expect(CountBinForm.parse(parseFormData(form)).counts).toEqual([{ assetId: "101", counted: 95n }]);
  form.set("counts.lot101.pieces", "0");
  expect(CountBinForm.parse(parseFormData(form)).counts).toEqual([{ assetId: "101", counted: 80n }]);
  form.set("counts.lot101.pieces", "-5");
  expect(CountBinForm.safeParse(parseFormData(form)).error?.issues).toMatchObject([{ message: "negative" }]);
});

test("an approval's form is whole, too", () => {
  const stocktake: StocktakeProgress = {
    id: uuidv7(),
    number: "PD-2022-000001",
    warehouseId: uuidv7(),
    warehouse: "测试仓",
    organization: "测试社会组织",
    kind: "cycle",
    blind: true,
    status: "counting",
    note: null,
    createdAt: new Date(0),
    createdBy: null,
    approvedAt: null,
    approvedBy: null,
    overrideReason: null,
    cancelledReason: null,
    entryId: null,
    places: [],
    counted: 0,
    rounds: 7,
    differences: 1,
    counter: false,
  };
  const line = { ...lot, accountId: "12", bin: "A-01", expected: 100n, counted: 95n, countedBy: null };
  const lines = [{ ...line, reason: null, remark: null }];
  const html = render(<ApproveForm {...given} stocktake={stocktake} lines={lines} />);
  const form = untouched(html);
  form.set("reasons.at12lot101.reason", "lost");
  expect(html).toContain('name="reasons.at12lot101.reason"');
  expect(ApproveSchema.parse(parseFormData(form))).toMatchObject({
    stocktakeId: stocktake.id,
    rounds: 7,
    leaveOut: false,
    reasons: [{ accountId: "12", assetId: "101", reason: "lost" }],
  });
});
