import { z } from "zod";
import { approveStocktake } from "../stocktakes/approve.server.ts";
import { cancelStocktake } from "../stocktakes/cancel.server.ts";
import { countBin } from "../stocktakes/count-bin.server.ts";
import { countBins } from "../stocktakes/count-bins.server.ts";
import { openStocktake } from "../stocktakes/open.server.ts";
import {
  ApproveStocktake,
  CancelStocktake,
  CountBin,
  CountBins,
  OpenStocktake,
} from "../stocktakes/schema.ts";
import { member } from "../verb.ts";
import { made, numbered } from "./answers.ts";

export const stocktakeVerbs = [
  member({
    name: "stocktake.open",
    schema: OpenStocktake,
    answer: numbered,
    summary: { "zh-CN": "开盘点单", en: "Open a count of some bins, or of a whole warehouse" },
    run: openStocktake,
  }),
  member({
    name: "stocktake.count-bin",
    action: "stocktake.count",
    schema: CountBin,
    answer: made,
    summary: { "zh-CN": "记下一个库位数到的", en: "Write down what was counted in one place" },
    run: countBin,
  }),
  member({
    name: "stocktake.count-bins",
    action: "stocktake.count",
    schema: CountBins,
    answer: made.extend({ bins: z.number() }),
    summary: { "zh-CN": "收下一张填好的盘点表", en: "Write down a filled count sheet, all of it or nothing" },
    run: countBins,
  }),
  member({
    name: "stocktake.approve",
    schema: ApproveStocktake,
    answer: made.extend({ differences: z.number(), entryId: z.uuid().nullable() }),
    summary: { "zh-CN": "批准盘点，按实数调账", en: "Approve a count: the books follow it" },
    run: approveStocktake,
  }),
  member({
    name: "stocktake.cancel",
    action: "stocktake.open",
    schema: CancelStocktake,
    answer: made,
    summary: { "zh-CN": "取消盘点单", en: "Call a count off" },
    run: cancelStocktake,
  }),
] as const;
