import type { scan as source } from "../zh-CN/scan.ts";
import type { Dictionary } from "../dictionary.ts";

export const scan = {} satisfies Dictionary<typeof source>;
