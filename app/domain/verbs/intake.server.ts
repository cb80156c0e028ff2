import { z } from "zod";
import { classifyBox } from "../boxes/classify.server.ts";
import { receiveBox } from "../boxes/receive.server.ts";
import { ClassifyBox, ReceiveBox } from "../boxes/schema.ts";
import { acceptGoods } from "../consignments/accept.server.ts";
import { addLine } from "../consignments/add-line.server.ts";
import { cancelConsignment } from "../consignments/cancel.server.ts";
import { countLine } from "../consignments/count-line.server.ts";
import { expectConsignment } from "../consignments/expect.server.ts";
import { fillInConsignment } from "../consignments/fill-in.server.ts";
import { openConsignment } from "../consignments/open.server.ts";
import { receiveConsignment } from "../consignments/receive.server.ts";
import { refuseGoods } from "../consignments/refuse.server.ts";
import {
  AcceptGoods,
  AddLine,
  CancelConsignment,
  CountLine,
  ExpectConsignment,
  FillInConsignment,
  OpenConsignment,
  ReceiveConsignment,
  RefuseGoods,
  ShareConsignment,
} from "../consignments/schema.ts";
import { shareConsignment } from "../consignments/share.server.ts";
import { moveStock } from "../stock/move.server.ts";
import { MoveStock } from "../stock/schema.ts";
import { anyone, member } from "../verb.ts";
import { made, numbered } from "./answers.ts";

export const intakeVerbs = [
  member({
    name: "consignment.expect",
    schema: ExpectConsignment,
    answer: numbered,
    summary: { "zh-CN": "登记要到的货，不入账", en: "Announce goods on their way; nothing is booked" },
    run: expectConsignment,
  }),
  member({
    name: "consignment.open",
    action: "consignment.count",
    schema: OpenConsignment,
    answer: numbered,
    summary: {
      "zh-CN": "没有预告的货到门口：开一张到货单，单的 id 就是请求的 id",
      en: "Goods at the door that nobody announced; the consignment's id is the request's",
    },
    run: openConsignment,
  }),
  member({
    name: "consignment.share",
    action: "consignment.expect",
    schema: ShareConsignment,
    answer: made.extend({ token: z.string() }),
    summary: {
      "zh-CN": "给捐赠人的链接，请他填要送什么",
      en: "Make the link by which the donor fills it in",
    },
    run: shareConsignment,
  }),
  anyone({
    name: "consignment.fill-in",
    schema: FillInConsignment,
    answer: z.object({ number: z.string() }),
    summary: {
      "zh-CN": "捐赠人凭链接填要送什么，不用账号",
      en: "The donor says by the link what is coming, without an account",
    },
    run: fillInConsignment,
  }),
  member({
    name: "consignment.count-line",
    action: "consignment.count",
    schema: CountLine,
    answer: made.extend({ counted: z.string() }),
    summary: { "zh-CN": "记下一行点到多少", en: "Write down how much of a line is there" },
    run: countLine,
  }),
  member({
    name: "consignment.add-line",
    action: "consignment.count",
    schema: AddLine,
    answer: made.extend({ n: z.number() }),
    summary: { "zh-CN": "单子上没有的货，加一行", en: "Add a line for goods that no line names" },
    run: addLine,
  }),
  member({
    name: "box.receive",
    action: "consignment.count",
    schema: ReceiveBox,
    answer: made.extend({ code: z.string() }),
    summary: { "zh-CN": "收一箱：空白标签贴到箱上", en: "Stick a blank label on a box at the door" },
    run: receiveBox,
  }),
  member({
    name: "box.classify",
    action: "consignment.count",
    schema: ClassifyBox,
    answer: made.extend({ gift: numbered }),
    summary: { "zh-CN": "开箱登记里面是什么，入账", en: "Book what is in an unknown box" },
    run: classifyBox,
  }),
  member({
    name: "consignment.refuse",
    action: "consignment.count",
    schema: RefuseGoods,
    answer: made,
    summary: { "zh-CN": "不收，或收下隔离，写明原因", en: "Refuse goods or hold them back, with the reason" },
    run: refuseGoods,
  }),
  member({
    name: "consignment.accept",
    action: "consignment.count",
    schema: AcceptGoods,
    answer: made,
    summary: { "zh-CN": "撤销一条不收或隔离", en: "Take a refusal back" },
    run: acceptGoods,
  }),
  member({
    name: "consignment.receive",
    action: "consignment.check",
    schema: ReceiveConsignment,
    answer: numbered.extend({ gift: numbered.nullable() }),
    summary: { "zh-CN": "第二个人核对，收下入账", en: "A second person checks the count and books it" },
    run: receiveConsignment,
  }),
  member({
    name: "consignment.cancel",
    action: "consignment.expect",
    schema: CancelConsignment,
    answer: made,
    summary: { "zh-CN": "取消到货单", en: "Call a consignment off" },
    run: cancelConsignment,
  }),
  member({
    name: "stock.move",
    schema: MoveStock,
    answer: made,
    summary: {
      "zh-CN": "移位，进出隔离区",
      en: "Move goods within a warehouse, or into and out of quarantine",
    },
    run: moveStock,
  }),
] as const;
