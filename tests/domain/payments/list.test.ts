import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { reverseEntry } from "#app/domain/ledger/reverse.server.ts";
import { paymentChoices } from "#app/domain/payments/form-choices.server.ts";
import { getPayment } from "#app/domain/payments/get.server.ts";
import { listPayments } from "#app/domain/payments/list.server.ts";
import { giveMoney, pay } from "#tests/support/gifts.ts";
import { makeWorld } from "#tests/support/world.ts";

test("a payment shows its quotes, its fund and its township, and stays in the list once reversed", async () => {
  const world = await makeWorld();
  const officer = world.actors.fund_officer;
  await giveMoney(world, { restrictedTo: "花木街道" });
  const payment = await pay(world, {
    restrictedTo: "花木街道",
    townshipCode: "310115016",
    quotes: ["300", "", "320.5"],
    choiceReason: "最便宜",
  });
  expect(await getPayment(officer, payment.id)).toMatchObject({
    payee: "示例供应商",
    amountFen: 30_000n,
    restriction: "花木街道",
    township: "花木街道",
    quotesFen: [30_000n, 32_050n],
    choiceReason: "最便宜",
    reversed: false,
  });
  await reverseEntry(officer, uuidv7(), { entryId: payment.entryId, reason: "退货" });
  expect((await listPayments(officer, { q: "供应商" })).rows).toMatchObject([{ reversed: true }]);
  const { payees, funds } = await paymentChoices(officer);
  expect(payees).toEqual(["示例供应商"]);
  expect(funds).toMatchObject([{ restriction: "花木街道", leftFen: 100_000n }]);
});

test("another organization's payment is neither listed nor found", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  await giveMoney(other);
  const payment = await pay(other);
  const officer = world.actors.fund_officer;
  expect((await listPayments(officer)).total).toBe(0);
  await expect(getPayment(officer, payment.id)).rejects.toMatchObject({ code: "not_found" });
});
