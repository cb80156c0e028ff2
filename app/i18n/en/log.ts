import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { log as source } from "../zh-CN/log.ts";

export const log = {
  title: "Public log",
  note: "Every entry goes in, nothing is changed, and anybody can check it from the start",
  well: "The log is what was signed, and agrees with the copies outside the database.",
  refused: "Signing has stopped: the log is not what was signed before",
  refusals: {
    old_backup:
      "The database is older than the checkpoint kept outside it: an old backup seems to have been put back. Put back a later one, and keep apart what was booked since.",
    other_history:
      "The checkpoint kept outside the database belongs to another log: the database was replaced or made anew. Find the original one.",
    leaves_changed:
      "Something in the log was changed or is missing. Stop working with it, and run npm run verify on the server to see which entry.",
    clock_went_back:
      "The server's clock was put back. Set it right; signing goes on by itself once the time has caught up.",
    copy_unreadable:
      "The checkpoint kept outside the database cannot be read. See whether its folder is there and the file untouched.",
  },
  stands: "How it stands",
  size: "In the log",
  leaves: (n) => `${count(n)} ${n === 1 ? "leaf" : "leaves"}`,
  signedAt: "Last signed",
  never: "never yet",
  waiting: "Not in the log yet",
  none: "none",
  waitingOf: (n) => `${count(n)} ${n === 1 ? "entry" : "entries"}`,
  since: "The first of them was booked",
  root: "Fingerprint (root)",
  key: "Verifier key",
  keyNote: "Print it on paper reports: whoever checks goes by the one on paper",
  check: "How to check",
  checkNote: "without believing this site: add it all up on your own machine",
  page: "Open the checking page",
  program: "Download the program",
  checkpoint: "See the latest checkpoint",
  proof: "Proof from the public log",
  proofNote:
    "Every hand-over is written into the public log and cannot be changed. The proof (.tlog-proof) can be checked offline, and holds no person's name or telephone number.",
} satisfies Dictionary<typeof source>;
