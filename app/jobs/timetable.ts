import { fillMissingPinyin } from "./fill-pinyin.ts";
import { refreshChangedSummary } from "./refresh-public-summary.ts";

/** What runs beside the server, in every process. A job that is still at work is not started again. */
export interface Job {
  name: string;
  everySeconds: number;
  run(): Promise<void>;
}

export const timetable: readonly Job[] = [
  { name: "fill-pinyin", everySeconds: 60, run: fillMissingPinyin },
  { name: "refresh-public-summary", everySeconds: 1, run: refreshChangedSummary },
];
