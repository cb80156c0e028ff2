import { expect, test } from "vitest";
import { CheckField } from "#app/components/fields/check-field.tsx";
import { Combobox } from "#app/components/fields/combobox.tsx";
import { LinesField } from "#app/components/fields/lines-field.tsx";
import { MoneyField } from "#app/components/fields/money-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { render, textOf } from "../render.tsx";

function GoodsForm(props: { errors?: FormErrors; defaults?: TypedValues }) {
  const form = useVerbForm({
    schema: ReceiveGoods,
    defaults: props.defaults,
    errors: props.errors,
    requestId: "019b2f3e-0000-7000-8000-00000000000a",
    labels: {
      donor: "捐赠人",
      amount: "金额",
      kind: "到账了吗",
      "lines.item": "物资",
      "lines.quantity": "数量",
    },
  });
  return (
    <VerbForm form={form} id="goods">
      <Combobox name="donor" choices={[{ value: "7", label: "示例商会" }]} valueName="donorId" />
      <MoneyField name="amount" />
      <RadioTiles
        name="kind"
        choices={[
          { value: "here", label: "已到账" },
          { value: "promised", label: "意向" },
        ]}
      />
      <SelectField name="purpose" label="用途" choices={[{ value: "x", label: "方舱医院" }]} blank="不限" />
      <CheckField name="agree" label="看过了" />
      <LinesField name="lines">
        {(line) => (
          <>
            <TextField name={`${line}.item`} />
            <NumberField name={`${line}.quantity`} stepper />
          </>
        )}
      </LinesField>
      <SubmitButton>存</SubmitButton>
    </VerbForm>
  );
}

function PackForm({ errors }: { errors?: FormErrors }) {
  return (
    <VerbForm form={useVerbForm({ schema: ReceiveGoods, errors })}>
      <SelectField
        name="lines.mask.pack"
        label="包装"
        blank={false}
        choices={[{ value: "box", label: "箱" }]}
        defaultValue="box"
      />
    </VerbForm>
  );
}

const valuesOf = (html: string, name: string) =>
  [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(`name="${name}"`));

test("without script it is a plain form: method, request id, three blank lines, a button for more", () => {
  const html = render(<GoodsForm />);
  expect(html).toMatch(/<form[^>]*method="post"/);
  expect(html).toContain('name="requestId" readonly="" value="019b2f3e-0000-7000-8000-00000000000a"');
  expect(html.match(/name="lines\.\d\.item"/g)).toHaveLength(3);
  expect(html).toMatch(/<button[^>]*name="intent"[^>]*value="add-line"/);
  expect(html).not.toContain("加一</button>");
  expect(html).not.toContain("errbox");
});

test("Enter saves the form and does not add a line: its first submit button is one without a name", () => {
  const [first] = render(<GoodsForm />).match(/<button(?![^>]*type="button")[^>]*>/g) ?? [];
  expect(first).toBe('<button hidden="">');
});

test("what was left blank in the posted form comes back blank, not as its default", () => {
  const answered = { fields: {}, form: "不够", values: { lines: { mask: { quantity: "99" } } } };
  const html = render(<PackForm errors={answered} />);
  expect(html).not.toContain("selected");
  expect(render(<PackForm />)).toContain('<option value="box" selected="">箱</option>');
});

test("defaults fill the fields, an amount with its unit", () => {
  const html = render(
    <GoodsForm
      defaults={{ donor: "示例商会", amount: "12.5万元", kind: "here", purpose: "x", agree: "true" }}
    />,
  );
  expect(valuesOf(html, "donor")[0]).toContain('value="示例商会"');
  expect(valuesOf(html, "donorId")[0]).toContain('value="7"');
  expect(valuesOf(html, "amount")[0]).toContain('value="12.5"');
  expect(html).toContain('<option value="万元" selected="">万元</option>');
  expect(html).toContain('<option value="x" selected="">方舱医院</option>');
  expect(valuesOf(html, "kind").filter((tag) => tag.includes("checked"))).toHaveLength(1);
  expect(valuesOf(html, "agree")[0]).toContain("checked");
  expect(textOf(html)).toContain("= 125,000.00 元 人民币壹拾贰万伍仟元整");
});

test("the server's answer keeps what was typed, and leads from the summary to each field", () => {
  const html = render(
    <GoodsForm
      errors={{
        fields: { "lines.1.quantity": "not_whole" },
        form: "口罩还差 400 只。",
        values: { donor: "示例商会", lines: [{ item: "口罩" }, { item: "酒精", quantity: "1.5" }] },
      }}
    />,
  );
  expect(html).toContain('href="#goods-lines-1-quantity"');
  expect(textOf(html)).toContain("还没存上 口罩还差 400 只。 第 2 行 数量：要填整数，不能有小数");
  const [quantity] = valuesOf(html, "lines.1.quantity");
  expect(quantity).toContain('id="goods-lines-1-quantity"');
  expect(quantity).toContain('value="1.5"');
  expect(quantity).toContain('aria-describedby="goods-lines-1-quantity-error"');
  expect(quantity).toContain('aria-invalid="true"');
});

test("a field in a plain filter form needs no VerbForm", () => {
  const html = render(<TextField name="q" label="编号" defaultValue="PS-1" />);
  expect(html).toContain('<label for="field-q">编号</label>');
  expect(html).toContain('value="PS-1"');
});
