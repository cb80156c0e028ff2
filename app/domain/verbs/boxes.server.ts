import { z } from "zod";
import { emptyBox } from "../boxes/empty.server.ts";
import { loadBox } from "../boxes/load.server.ts";
import { makePallets } from "../boxes/make-pallets.server.ts";
import { moveBox } from "../boxes/move.server.ts";
import { nestBox } from "../boxes/nest.server.ts";
import { packBoxes } from "../boxes/pack.server.ts";
import { pickBox } from "../boxes/pick.server.ts";
import {
  EmptyBox,
  LoadBox,
  MakePallets,
  MoveBox,
  NestBox,
  PackBoxes,
  PickBox,
  UndoBoxEvent,
} from "../boxes/schema.ts";
import { undoBoxEvent } from "../boxes/undo.server.ts";
import { finishPicking } from "../deliveries/finish-picking.server.ts";
import { FinishPicking, StartPicking } from "../deliveries/schema.ts";
import { startPicking } from "../deliveries/start-picking.server.ts";
import { member } from "../verb.ts";
import { made, numbered } from "./answers.ts";

export const boxVerbs = [
  member({
    name: "box.pack",
    action: "box.handle",
    schema: PackBoxes,
    answer: z.object({ codes: z.array(z.string()) }),
    summary: { "zh-CN": "散货装箱贴标签", en: "Put loose goods of one lot into labelled boxes" },
    run: packBoxes,
  }),
  member({
    name: "box.make-pallets",
    action: "box.handle",
    schema: MakePallets,
    answer: z.object({ codes: z.array(z.string()) }),
    summary: { "zh-CN": "做空托盘、贴标签", en: "Make empty pallets with labels" },
    run: makePallets,
  }),
  member({
    name: "box.move",
    action: "box.handle",
    schema: MoveBox,
    answer: made.extend({ place: z.string() }),
    summary: { "zh-CN": "搬箱子：上架、移位、隔离", en: "Move a box or a pallet to another place" },
    run: moveBox,
  }),
  member({
    name: "box.nest",
    action: "box.handle",
    schema: NestBox,
    answer: made,
    summary: { "zh-CN": "码上托盘或拿下", en: "Put a box on a pallet, or take it off" },
    run: nestBox,
  }),
  member({
    name: "delivery.start-picking",
    action: "box.handle",
    schema: StartPicking,
    answer: made,
    summary: { "zh-CN": "开始拣货", en: "Begin to pick a delivery" },
    run: startPicking,
  }),
  member({
    name: "box.pick",
    action: "box.handle",
    schema: PickBox,
    answer: made.extend({ whole: z.boolean() }),
    summary: { "zh-CN": "拣一箱", en: "Take a box off the shelf for a delivery" },
    run: pickBox,
  }),
  member({
    name: "delivery.finish-picking",
    action: "box.handle",
    schema: FinishPicking,
    answer: numbered,
    summary: { "zh-CN": "拣完了", en: "All of a delivery is off the shelves" },
    run: finishPicking,
  }),
  member({
    name: "box.load",
    action: "box.handle",
    schema: LoadBox,
    answer: made,
    summary: { "zh-CN": "装一箱", en: "A picked box is on the vehicle" },
    run: loadBox,
  }),
  member({
    name: "box.empty",
    action: "box.handle",
    schema: EmptyBox,
    answer: made,
    summary: { "zh-CN": "拆箱成散货，货留在原处", en: "Make what is in a box loose goods, where it stands" },
    run: emptyBox,
  }),
  member({
    name: "box.undo",
    action: "box.handle",
    schema: UndoBoxEvent,
    answer: made,
    summary: { "zh-CN": "撤销对箱子做的上一步", en: "Take back the last thing done with a box" },
    run: undoBoxEvent,
  }),
] as const;
