import { z } from "zod";
import { receiveGoods } from "../gifts/receive-goods.server.ts";
import { receiveMoney } from "../gifts/receive-money.server.ts";
import { ReceiveGoods, ReceiveMoney } from "../gifts/schema.ts";
import { reverseEntry } from "../ledger/reverse.server.ts";
import { ReverseEntry } from "../ledger/schema.ts";
import { recordPayment } from "../payments/record.server.ts";
import { RecordPayment } from "../payments/schema.ts";
import { recordPledge } from "../pledges/record.server.ts";
import { RecordPledge, WithdrawPledge } from "../pledges/schema.ts";
import { withdrawPledge } from "../pledges/withdraw.server.ts";
import { member } from "../verb.ts";
import { made, numbered, entered } from "./answers.ts";

export const moneyVerbs = [
  member({
    name: "pledge.record",
    schema: RecordPledge,
    answer: numbered,
    summary: { "zh-CN": "登记认捐", en: "Record a pledge of money or goods" },
    run: recordPledge,
  }),
  member({
    name: "pledge.withdraw",
    schema: WithdrawPledge,
    answer: made,
    summary: { "zh-CN": "撤回认捐", en: "Withdraw a pledge" },
    run: withdrawPledge,
  }),
  member({
    name: "gift.receive-money",
    schema: ReceiveMoney,
    answer: entered,
    summary: { "zh-CN": "登记收款", en: "Receive money" },
    run: receiveMoney,
  }),
  member({
    name: "gift.receive-goods",
    schema: ReceiveGoods,
    answer: entered.extend({ lots: z.array(z.string()) }),
    summary: { "zh-CN": "登记收物", en: "Receive goods at a warehouse's dock" },
    run: receiveGoods,
  }),
  member({
    name: "payment.record",
    schema: RecordPayment,
    answer: entered,
    summary: { "zh-CN": "登记支出", en: "Record a payment" },
    run: recordPayment,
  }),
  member({
    name: "entry.reverse",
    schema: ReverseEntry,
    answer: made,
    summary: { "zh-CN": "冲回一笔", en: "Take an entry back by a reversing one" },
    run: reverseEntry,
  }),
] as const;
