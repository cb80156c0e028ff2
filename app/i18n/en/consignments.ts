import type { consignments as source } from "../zh-CN/consignments.ts";
import type { Dictionary } from "../dictionary.ts";

export const consignments = {} satisfies Dictionary<typeof source>;
