import type { writeOffs as source } from "../zh-CN/write-offs.ts";
import type { Dictionary } from "../dictionary.ts";

export const writeOffs = {} satisfies Dictionary<typeof source>;
