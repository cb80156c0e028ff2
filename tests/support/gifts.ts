import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { receiveMoney } from "#app/domain/gifts/receive-money.server.ts";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { recordPayment } from "#app/domain/payments/record.server.ts";
import { RecordPayment } from "#app/domain/payments/schema.ts";
import { recordPledge } from "#app/domain/pledges/record.server.ts";
import { RecordPledge } from "#app/domain/pledges/schema.ts";
import type { World } from "./world.ts";

/** Money that arrived, 1,000 yuan of 示例科技公司 unless told otherwise. */
export const giveMoney = (world: World, input: Partial<z.input<typeof ReceiveMoney>> = {}) =>
  receiveMoney(
    world.actors.fund_officer,
    uuidv7(),
    ReceiveMoney.parse({ donor: "示例科技公司", amount: "1000", receivedOn: "2022-04-01", ...input }),
  );

/** A promise of 1,000 yuan by 示例科技公司 unless told otherwise. */
export const promise = (world: World, input: Partial<z.input<typeof RecordPledge>> = {}) =>
  recordPledge(
    world.actors.fund_officer,
    uuidv7(),
    RecordPledge.parse({
      kind: "money",
      donor: "示例科技公司",
      amount: "1000",
      pledgedOn: "2022-03-20",
      ...input,
    }),
  );

/** 300 yuan of free money for masks unless told otherwise. */
export const pay = (world: World, input: Partial<z.input<typeof RecordPayment>> = {}) =>
  recordPayment(
    world.actors.fund_officer,
    uuidv7(),
    RecordPayment.parse({
      kind: "purchase",
      payee: "示例供应商",
      purpose: "口罩",
      amount: "300",
      paidOn: "2022-04-02",
      ...input,
    }),
  );
