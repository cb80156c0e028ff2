import { z } from "zod";
import { closeRegister } from "../registers/close.server.ts";
import { countBack } from "../registers/count-back.server.ts";
import { destroySealed } from "../registers/destroy.server.ts";
import { openRegister } from "../registers/open.server.ts";
import { readSealed } from "../registers/read-sealed.server.ts";
import {
  CloseRegister,
  CountBack,
  DestroySealed,
  OpenRegister,
  ReadSealed,
  WriteRows,
} from "../registers/schema.ts";
import { writeRows } from "../registers/write-rows.server.ts";
import { member, user } from "../verb.ts";
import { made, numbered } from "./answers.ts";

const rowsWritten = made.extend({ rows: z.number() });
const namedRow = z.object({
  n: z.number(),
  door: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
});

/** Registers of who gets what at a site, and the names in them. */
export const registerVerbs = [
  member({
    name: "register.open",
    schema: OpenRegister,
    answer: numbered,
    summary: { "zh-CN": "新建领取登记册", en: "Open a register of who gets what at a site" },
    run: openRegister,
  }),
  member({
    name: "register.write-rows",
    schema: WriteRows,
    answer: rowsWritten,
    summary: {
      "zh-CN": "写登记册的各行，替换原来的",
      en: "Write all rows of a register in place of those before",
    },
    run: writeRows,
  }),
  member({
    name: "register.count-back",
    schema: CountBack,
    answer: rowsWritten,
    summary: { "zh-CN": "回填登记册：各行实领多少", en: "Count a register back: what its rows really got" },
    run: countBack,
  }),
  member({
    name: "register.close",
    schema: CloseRegister,
    answer: numbered.extend({ handOverId: z.uuid(), handOverNumber: z.string() }),
    summary: {
      "zh-CN": "登记册结册，记发到户",
      en: "Close a register: what was handed out goes into the books",
    },
    run: closeRegister,
  }),
  user({
    name: "register.read-sealed",
    schema: ReadSealed,
    answer: made.extend({ rows: z.array(namedRow) }),
    summary: {
      "zh-CN": "查看登记册里的门牌、姓名、电话，留记录",
      en: "Read the doors, names and telephone numbers of a register; every reading is recorded",
    },
    run: readSealed,
  }),
  user({
    name: "register.destroy-sealed",
    schema: DestroySealed,
    answer: numbered,
    summary: {
      "zh-CN": "销毁登记册里的门牌、姓名、电话",
      en: "Destroy the doors, names and telephone numbers in registers",
    },
    run: destroySealed,
  }),
] as const;
