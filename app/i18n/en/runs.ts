import type { runs as source } from "../zh-CN/runs.ts";
import type { Dictionary } from "../dictionary.ts";

export const runs = {} satisfies Dictionary<typeof source>;
