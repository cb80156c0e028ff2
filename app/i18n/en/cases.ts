import type { cases as source } from "../zh-CN/cases.ts";
import type { Dictionary } from "../dictionary.ts";

export const cases = {} satisfies Dictionary<typeof source>;
