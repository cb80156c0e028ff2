import { expect, test } from "vitest";
import { z } from "zod";
import { readForm, refusedForm } from "#app/components/fields/read-form.ts";
import { DomainError } from "#app/domain/errors.ts";
import { ReceiveGoods } from "#app/domain/gifts/schema.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

const warehouseId = "019b2f3e-0000-7000-8000-000000000001";

test("a good form gives the verb's input, the request id and the intent", () => {
  const form = readForm(
    ReceiveGoods,
    formOf({
      requestId: "r1",
      intent: "save",
      warehouseId,
      receivedOn: "2022-05-10",
      "lines[0].item": "口罩",
      "lines[0].unit": "只",
      "lines[0].quantity": "16,000",
      "lines[1].item": "",
    }),
  );
  expect(form).toMatchObject({ ok: true, requestId: "r1", intent: "save", data: { donor: null } });
  expect(form.ok && form.data.lines).toMatchObject([{ item: "口罩", quantity: 16_000n, value: null }]);
});

test("a bad form gives keys by path, and what was typed", () => {
  const form = readForm(
    ReceiveGoods,
    formOf({ requestId: "r1", warehouseId, receivedOn: "2022-02-30", donor: "李" }),
  );
  expect(form).toEqual({
    ok: false,
    errors: {
      fields: { receivedOn: "bad_date", lines: "lines_missing" },
      values: { warehouseId, receivedOn: "2022-02-30", donor: "李" },
    },
  });
});

test("what zod says by itself becomes a key of the dictionary", () => {
  const schema = z.object({
    name: z.string().min(3),
    missing: z.string(),
    count: z.number(),
    kind: z.enum(["a", "b"]),
    email: z.email(),
    long: z.string().max(2),
  });
  const form = readForm(schema, formOf({ name: "ab", count: "x", kind: "c", email: "li@", long: "abc" }));
  const keys = messagesFor("zh-CN").fields;
  expect(!form.ok && form.errors.fields).toEqual({
    name: "too_short",
    missing: "required",
    count: "not_a_number",
    kind: "choose",
    email: "bad_email",
    long: "too_long",
  });
  for (const key of Object.values(form.ok ? {} : form.errors.fields)) expect(keys).toHaveProperty(key);
});

test("the button for another line keeps what was typed and adds a line", () => {
  const form = readForm(ReceiveGoods, formOf({ intent: "add-line", donor: "李", "lines[0].item": "口罩" }));
  expect(form).toEqual({
    ok: false,
    errors: { fields: {}, values: { donor: "李", lines: [{ item: "口罩" }, {}] } },
  });
});

test("a refusal stands beside its fields, or above the form as a sentence", () => {
  const messages = messagesFor("zh-CN");
  const values = { donor: "李" };
  const invalid = new DomainError("invalid", { fields: { townshipCode: "bad_township" } });
  expect(refusedForm(invalid, values, messages)).toEqual({
    fields: { townshipCode: "bad_township" },
    values,
  });
  const short = new DomainError("insufficient_stock", {
    item: "口罩",
    unit: "只",
    wanted: "2000",
    available: "1600",
  });
  expect(refusedForm(short, values, messages)).toEqual({
    fields: {},
    form: "口罩还差 400 只，现在最多 1,600 只。请改小数量，或先补货。",
    values,
  });
});
