import { parseScan } from "../gs1/parse-scan.ts";
import { judgeBarcode } from "./judge-barcode.ts";
import { judgeCount } from "./judge-count.ts";
import { judgeLoad } from "./judge-load.ts";
import { judgePick } from "./judge-pick.ts";
import { judgePutAway } from "./judge-put-away.ts";
import { judgeReceive } from "./judge-receive.ts";
import type { Known } from "./known.ts";
import { type Saying, say } from "./saying.ts";
import type { ScanContext, ScanMode, Verdict } from "./scan-context.ts";
import { subjectOf, type Subject } from "./subject.ts";

/** What was scanned last, and when, in milliseconds; only what counted. */
export interface LastScan {
  code: string;
  at: number;
}

const SAME_SCAN_MS = 3_000;

/**
 * Right or wrong, what to do with the box in the hand, and which acts follow: from what the phone knows, without the
 * network. Changes nothing itself. `now` is the phone's clock in milliseconds.
 */
export function judge(
  known: Known,
  context: ScanContext,
  text: string,
  { last, now }: { last: LastScan | null; now: number },
): Verdict {
  const scan = parseScan(text, known.data.today);
  if (scan.kind === "bad") return wrong(say("badBarcode", { text: scan.text }));
  if (scan.kind === "gs1") return judgeBarcode(known, context, scan.data);
  if (scan.kind === "unknown") return wrong(unread(scan));
  if (last?.code === scan.code && now - last.at < SAME_SCAN_MS) {
    return { kind: "already", says: say("justScanned", { code: scan.code }) };
  }
  const subject = subjectOf(known, scan.code);
  if (subject.kind === "nothing") return wrong(nothingOfOurs(known, scan.code, scan.host ?? ""));
  return judges[context.mode](known, context, subject);
}

const judges: Record<ScanMode, (known: Known, context: ScanContext, subject: Subject) => Verdict> = {
  receive: judgeReceive,
  putAway: judgePutAway,
  pick: judgePick,
  load: judgeLoad,
  count: judgeCount,
};

const wrong = (says: Saying): Verdict => ({ kind: "wrong", says });

type Unread = Extract<ReturnType<typeof parseScan>, { kind: "unknown" }>;

function unread(scan: Unread): Saying {
  if (scan.looksLike === "address") return say("otherSystem", { host: scan.host });
  if (scan.looksLike === "misread_label") return say("misread", { code: scan.text });
  if (scan.looksLike === "nothing") return say("nothingRead", {});
  return say("noLabel", { text: scan.text.slice(0, 40) });
}

/** A code in our own form that is no live label of this warehouse: the reason it is not, as far as the phone knows. */
function nothingOfOurs(known: Known, code: string, host: string): Saying {
  if (known.revoked.has(code)) return say("revoked", { code, by: known.revoked.get(code) ?? null });
  const place = known.elsewhere.get(code);
  if (place)
    return say(place.kind === "response" ? "otherResponse" : "otherWarehouse", { code, name: place.name });
  return say("unknownCode", { code, host });
}
