import type { returns as source } from "../zh-CN/returns.ts";
import type { Dictionary } from "../dictionary.ts";

export const returns = {} satisfies Dictionary<typeof source>;
