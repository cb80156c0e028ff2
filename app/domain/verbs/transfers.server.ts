import { receiveReturn } from "../returns/receive.server.ts";
import { ReceiveReturn } from "../returns/schema.ts";
import { cancelTransfer } from "../transfers/cancel.server.ts";
import { receiveTransfer } from "../transfers/receive.server.ts";
import { CancelTransfer, ReceiveTransfer, SendTransfer } from "../transfers/schema.ts";
import { sendTransfer } from "../transfers/send.server.ts";
import { member, user } from "../verb.ts";
import { approveWriteOff } from "../write-offs/approve.server.ts";
import { rejectWriteOff } from "../write-offs/reject.server.ts";
import { ApproveWriteOff, RejectWriteOff, WriteOff } from "../write-offs/schema.ts";
import { writeOff } from "../write-offs/write-off.server.ts";
import { entered, numbered } from "./answers.ts";

/** Goods that go from one warehouse to another, come back from a site, or are lost. */
export const transferVerbs = [
  member({
    name: "transfer.send",
    schema: SendTransfer,
    answer: entered,
    summary: { "zh-CN": "调拨：发往另一个仓库", en: "Send goods to another warehouse" },
    run: sendTransfer,
  }),
  member({
    name: "transfer.receive",
    schema: ReceiveTransfer,
    answer: numbered,
    summary: { "zh-CN": "收下调拨", en: "Receive a transfer" },
    run: receiveTransfer,
  }),
  member({
    name: "transfer.cancel",
    action: "transfer.send",
    schema: CancelTransfer,
    answer: numbered,
    summary: { "zh-CN": "取消调拨，物资回原处", en: "Call a transfer back" },
    run: cancelTransfer,
  }),
  member({
    name: "return.receive",
    schema: ReceiveReturn,
    answer: entered,
    summary: { "zh-CN": "收下退回的物资", en: "Take back what a site returns" },
    run: receiveReturn,
  }),
  member({
    name: "stock.write-off",
    schema: WriteOff,
    answer: numbered,
    summary: { "zh-CN": "申请报损，等别人批准", en: "Ask to write goods off; somebody else approves" },
    run: writeOff,
  }),
  user({
    name: "write-off.approve",
    action: "write-off.decide",
    schema: ApproveWriteOff,
    answer: entered,
    summary: { "zh-CN": "批准报损", en: "Approve a write-off" },
    run: approveWriteOff,
  }),
  user({
    name: "write-off.reject",
    action: "write-off.decide",
    schema: RejectWriteOff,
    answer: numbered,
    summary: { "zh-CN": "不批准报损", en: "Reject a write-off" },
    run: rejectWriteOff,
  }),
] as const;
