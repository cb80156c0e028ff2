import type { labels as source } from "../zh-CN/labels.ts";
import type { Dictionary } from "../dictionary.ts";

export const labels = {} satisfies Dictionary<typeof source>;
