import type { board as source } from "../zh-CN/board.ts";
import type { Dictionary } from "../dictionary.ts";

export const board = {} satisfies Dictionary<typeof source>;
