import type { stocktakes as source } from "../zh-CN/stocktakes.ts";
import type { Dictionary } from "../dictionary.ts";

export const stocktakes = {} satisfies Dictionary<typeof source>;
