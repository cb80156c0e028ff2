import { z } from "zod";
import { cancelDelivery } from "../deliveries/cancel.server.ts";
import { confirmDelivery } from "../deliveries/confirm.server.ts";
import { createDelivery } from "../deliveries/create.server.ts";
import { dispatchDelivery } from "../deliveries/dispatch.server.ts";
import { handOverDelivery } from "../deliveries/hand-over.server.ts";
import { renewCode } from "../deliveries/renew-code.server.ts";
import { renewPin } from "../deliveries/renew-pin.server.ts";
import {
  CancelDelivery,
  ConfirmDelivery,
  CreateDelivery,
  DispatchDelivery,
  HandOverDelivery,
  RenewCode,
  RenewPin,
} from "../deliveries/schema.ts";
import { SettleReport } from "../receipts/schema.ts";
import { settleReport } from "../receipts/settle-report.server.ts";
import { anyone, member, user } from "../verb.ts";
import { made, numbered } from "./answers.ts";

const labelled = numbered.extend({ code: z.string(), pin: z.string() });
const confirmed = z.object({
  number: z.string(),
  confirmedAt: z.string(),
  part: z.boolean(),
  receipt: z.number().nullable(),
  signedBefore: z.object({ by: z.string(), at: z.string() }).nullable(),
  lines: z.array(
    z.object({
      n: z.number(),
      good: z.string(),
      short: z.string(),
      damaged: z.string(),
      extra: z.string(),
      toCome: z.string(),
    }),
  ),
});

export const deliveryVerbs = [
  member({
    name: "delivery.create",
    schema: CreateDelivery,
    answer: labelled,
    summary: { "zh-CN": "新建发放单并配货", en: "Create a delivery: its goods are picked and packed" },
    run: createDelivery,
  }),
  member({
    name: "delivery.dispatch",
    schema: DispatchDelivery,
    answer: labelled,
    summary: { "zh-CN": "发车", en: "Send a delivery on the road" },
    run: dispatchDelivery,
  }),
  anyone({
    name: "delivery.confirm",
    schema: ConfirmDelivery,
    answer: confirmed,
    summary: {
      "zh-CN": "签收：凭标签编号和签收码，不用账号",
      en: "Confirm what arrived, by the label's code and the PIN, without an account",
    },
    run: confirmDelivery,
  }),
  member({
    name: "delivery.hand-over",
    schema: HandOverDelivery,
    answer: numbered,
    summary: { "zh-CN": "发到户", en: "Hand confirmed goods on to households" },
    run: handOverDelivery,
  }),
  member({
    name: "delivery.cancel",
    schema: CancelDelivery,
    answer: made,
    summary: { "zh-CN": "取消发放单", en: "Cancel a delivery before it is confirmed" },
    run: cancelDelivery,
  }),
  member({
    name: "delivery.renew-pin",
    schema: RenewPin,
    answer: made.extend({ pin: z.string() }),
    summary: { "zh-CN": "换签收码", en: "Issue a new PIN" },
    run: renewPin,
  }),
  member({
    name: "delivery.renew-code",
    schema: RenewCode,
    answer: made.extend({ code: z.string() }),
    summary: { "zh-CN": "换标签", en: "Revoke a label's code and issue another" },
    run: renewCode,
  }),
  user({
    name: "report.settle",
    schema: SettleReport,
    answer: made,
    summary: {
      "zh-CN": "处理手机里没送到的签收",
      en: "Settle a receipt that was left in a phone",
    },
    run: settleReport,
  }),
] as const;
