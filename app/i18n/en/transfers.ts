import type { transfers as source } from "../zh-CN/transfers.ts";
import type { Dictionary } from "../dictionary.ts";

export const transfers = {} satisfies Dictionary<typeof source>;
