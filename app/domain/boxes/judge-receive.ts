import { type Known, placeName } from "./known.ts";
import { say } from "./saying.ts";
import type { ScanContext, ScanOption, Verdict } from "./scan-context.ts";
import type { ScanConsignment } from "./scan-data.ts";
import { notABox, type Subject, wrongBox } from "./subject.ts";

/** At the door: a blank label is stuck on a box and scanned, which counts the box as a line or as unknown. */
export function judgeReceive(known: Known, context: ScanContext, subject: Subject): Verdict {
  if (subject.kind === "box") {
    const { box } = subject;
    if (box.consignmentId !== undefined && box.consignmentId === context.consignmentId) {
      return { kind: "already", says: say("receivedAlready", { code: box.code }) };
    }
    return wrongBox(known, box, say("labelInUse", { code: box.code, place: placeName(known, box.at) }));
  }
  if (subject.kind !== "blank") return subject.kind === "nothing" ? asksFor() : notABox(subject);
  const consignment = known.consignments.get(context.consignmentId ?? "");
  if (!consignment) return asksFor();
  if (context.line === null) return whatIsInIt(consignment, context, subject.code);
  return received(consignment, context, subject.code);
}

const asksFor = (): Verdict => ({ kind: "wrong", says: say("chooseConsignment", {}) });

/** Asked once; the answer stays until somebody says that something else is in the boxes. */
function whatIsInIt(consignment: ScanConsignment, context: ScanContext, code: string): Verdict {
  const lines = consignment.lines.map(({ n, item, packSize }): ScanOption => {
    const counting = { ...context, line: n, perBox: packSize };
    return { says: say("line", { item }), then: received(consignment, counting, code) };
  });
  const unknown = { ...context, line: "unknown" as const, perBox: null };
  return {
    kind: "choose",
    says: say("whatIsInIt", {}),
    goods: [],
    options: [...lines, { says: say("lineUnknown", {}), then: received(consignment, unknown, code) }],
  };
}

function received(consignment: ScanConsignment, context: ScanContext, code: string): Verdict {
  const n = consignment.boxes + 1;
  const common = { consignmentId: consignment.id, code, kind: "box" as const };
  if (context.line === "unknown") {
    return {
      kind: "right",
      says: say("receivedUnknown", { n }),
      code,
      goods: [],
      acts: [{ verb: "box.receive", input: { ...common, line: null, quantity: null } }],
      context,
    };
  }
  const line = consignment.lines.find((each) => each.n === context.line);
  if (!line) return asksFor();
  if (context.perBox === null) {
    return { kind: "wrong", says: say("perBoxMissing", { item: line.item, unit: line.unit }) };
  }
  return {
    kind: "right",
    says: say("received", { n }),
    code,
    goods: [{ ...line, quantity: context.perBox }],
    acts: [{ verb: "box.receive", input: { ...common, line: line.n, quantity: context.perBox } }],
    context,
  };
}
