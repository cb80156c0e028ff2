import { z } from "zod";
import { addItem } from "../items/add.server.ts";
import { confirmItems } from "../items/confirm.server.ts";
import { editItem } from "../items/edit.server.ts";
import { mergeItems } from "../items/merge.server.ts";
import { AddItem, ConfirmItems, EditItem, MergeItems } from "../items/schema.ts";
import { member } from "../verb.ts";
import { made } from "./answers.ts";

export const itemVerbs = [
  member({
    name: "item.add",
    action: "item.edit",
    schema: AddItem,
    answer: made,
    summary: { "zh-CN": "新建物资", en: "Add an item to the catalogue" },
    run: addItem,
  }),
  member({
    name: "item.edit",
    schema: EditItem,
    answer: made,
    summary: { "zh-CN": "修改物资", en: "Edit an item, all of it at once" },
    run: editItem,
  }),
  member({
    name: "item.merge",
    schema: MergeItems,
    answer: made,
    summary: { "zh-CN": "两种物资并成一种", en: "Merge an item into another" },
    run: mergeItems,
  }),
  member({
    name: "item.confirm",
    action: "item.edit",
    schema: ConfirmItems,
    answer: z.object({ confirmed: z.number() }),
    summary: { "zh-CN": "确认是新物资", en: "Say that items are new, not another name for known ones" },
    run: confirmItems,
  }),
] as const;
