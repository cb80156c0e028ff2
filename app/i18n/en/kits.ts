import type { kits as source } from "../zh-CN/kits.ts";
import type { Dictionary } from "../dictionary.ts";

export const kits = {} satisfies Dictionary<typeof source>;
