import type { boxes as source } from "../zh-CN/boxes.ts";
import type { Dictionary } from "../dictionary.ts";

export const boxes = {} satisfies Dictionary<typeof source>;
