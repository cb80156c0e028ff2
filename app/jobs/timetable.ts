import { destroyDueNames } from "./destroy-sealed.ts";
import { fillMissingPinyin } from "./fill-pinyin.ts";
import { forgetTries } from "./forget-tries.ts";
import { refreshAllDeadlines } from "./refresh-deadlines.ts";
import { refreshChangedSummary } from "./refresh-public-summary.ts";
import { sendWaitingNotices } from "./send-notices.ts";
import { sequenceLog } from "./sequence-log.ts";
import { tellLateSteps } from "./tell-late.ts";

/** What runs beside the server, in every process. A job that is still at work is not started again. */
export interface Job {
  name: string;
  everySeconds: number;
  run(): Promise<void>;
}

export const timetable: readonly Job[] = [
  { name: "destroy-sealed", everySeconds: 3600, run: destroyDueNames },
  { name: "fill-pinyin", everySeconds: 60, run: fillMissingPinyin },
  { name: "forget-tries", everySeconds: 3600, run: forgetTries },
  { name: "refresh-deadlines", everySeconds: 3600, run: refreshAllDeadlines },
  { name: "refresh-public-summary", everySeconds: 1, run: refreshChangedSummary },
  { name: "sequence-log", everySeconds: 1, run: sequenceLog },
  { name: "send-notices", everySeconds: 15, run: sendWaitingNotices },
  { name: "tell-late", everySeconds: 300, run: tellLateSteps },
];
