import { type Known, type KnownBox, onPallet, placeName } from "./known.ts";
import { say } from "./saying.ts";
import type { ScanAct } from "./scan-act.ts";
import type { ScanContext, Verdict } from "./scan-context.ts";
import type { ScanBin } from "./scan-data.ts";
import { expiredIn, goodsIn, notABox, type Subject, wrongBox } from "./subject.ts";

/**
 * To the shelves, in either order. Bin first: every box after it goes there, until another bin is scanned. Box first:
 * it is held, and the next bin or pallet is where all that is held goes; nothing stays chosen then, so that the next box
 * cannot go to the last one's bin unnoticed.
 */
export function judgePutAway(known: Known, context: ScanContext, subject: Subject): Verdict {
  if (subject.kind === "bin") return toBin(known, context, subject.bin);
  if (subject.kind === "nothing") return { kind: "wrong", says: say("chooseBin", {}) };
  if (subject.kind !== "box") return notABox(subject);
  const { box } = subject;
  const refusal = notMovable(known, box);
  if (refusal) return refusal;
  const expired = box.at === known.data.warehouse.quarantine ? undefined : expiredIn(known, box);
  if (expired !== undefined) return setApart(known, context, box, expired);
  if (box.kind === "pallet" && context.bin === null) return withPallet(known, context, box);
  if (context.pallet !== null) return nest(known, [box.code], context.pallet, context);
  if (context.bin !== null) return move(known, context.bin, [box.code], context);
  return hold(known, context, box);
}

function notMovable(known: Known, box: KnownBox): Verdict | undefined {
  const { code } = box;
  if (box.empty) return wrongBox(known, box, say("emptied", { code }));
  if (box.deliveryId !== undefined) {
    const number = known.deliveries.get(box.deliveryId)?.number ?? "";
    return wrongBox(known, box, say("withDelivery", { code, number }));
  }
  if (box.at === known.data.warehouse.quarantine) return wrongBox(known, box, say("inQuarantine", { code }));
  return undefined;
}

/** Expired goods leave the shelves only as a loss, so they go to quarantine and nowhere else. */
function setApart(known: Known, context: ScanContext, box: KnownBox, on: string): Verdict {
  const goods = goodsIn(known, box);
  const act: ScanAct = {
    verb: "box.move",
    input: { code: box.code, to: "quarantine", reason: `过期 expired ${on}` },
  };
  const then: Verdict = {
    kind: "right",
    says: say("toQuarantine", {}),
    code: box.code,
    goods,
    acts: [act],
    context,
  };
  return {
    kind: "choose",
    says: say("expiredHere", { on }),
    goods,
    options: [
      { says: say("setApart", {}), then },
      { says: say("leaveIt", {}), then: null },
    ],
  };
}

function toBin(known: Known, context: ScanContext, bin: ScanBin): Verdict {
  if (context.held.length > 0) {
    return move(known, bin.account, context.held, { ...context, held: [] });
  }
  const place = placeName(known, bin.account);
  const into = { ...context, bin: bin.account, pallet: null };
  return { kind: "context", says: say("intoBin", { place }), context: into };
}

function hold(known: Known, context: ScanContext, box: KnownBox): Verdict {
  if (context.held.includes(box.code))
    return { kind: "already", says: say("justScanned", { code: box.code }) };
  const held = [...context.held, box.code];
  return { kind: "context", says: say("held", { boxes: held.length }), context: { ...context, held } };
}

function move(known: Known, account: string, codes: readonly string[], context: ScanContext): Verdict {
  const bin = known.binByAccount.get(account);
  const place = placeName(known, account);
  const boxes = codes.flatMap((code) => known.boxes.get(code) ?? []);
  const moving = boxes.filter(({ at }) => at !== account);
  const [first] = moving;
  if (!bin || !first) return { kind: "already", says: say("thereAlready", { code: codes[0] ?? "", place }) };
  const carried = moving.flatMap((box) => (box.kind === "pallet" ? onPallet(known, box.code) : [box]));
  return {
    kind: "right",
    says: say("putAway", { place, boxes: carried.length }),
    code: first.code,
    goods: moving.length === 1 ? goodsIn(known, first) : [],
    acts: moving.map(({ code }) => ({ verb: "box.move", input: { code, to: bin.id, reason: null } })),
    context,
  };
}

/** A pallet is either a thing to carry or a place to put boxes on; with boxes in the hand it is the place. */
function withPallet(known: Known, context: ScanContext, pallet: KnownBox): Verdict {
  const { code } = pallet;
  if (context.held.length > 0) return nest(known, context.held, code, { ...context, held: [] });
  const carrying = { ...context, pallet: null, held: [code] };
  const filling = { ...context, pallet: code };
  return {
    kind: "choose",
    says: say("whatWithPallet", { pallet: code, boxes: onPallet(known, code).length }),
    goods: [],
    options: [
      {
        says: say("movePallet", {}),
        then: { kind: "context", says: say("held", { boxes: 1 }), context: carrying },
      },
      {
        says: say("fillPallet", {}),
        then: { kind: "context", says: say("ontoPallet", { pallet: code }), context: filling },
      },
    ],
  };
}

function nest(known: Known, codes: readonly string[], pallet: string, after: ScanContext): Verdict {
  const boxes = codes.flatMap((code) => known.boxes.get(code) ?? []);
  const at = known.boxes.get(pallet)?.at ?? "";
  const place = placeName(known, at);
  const far = boxes.find((box) => box.at !== at);
  if (far) {
    const here = placeName(known, far.at);
    return wrongBox(known, far, say("palletElsewhere", { pallet, place: here, wanted: place }));
  }
  const [first] = boxes.filter((box) => box.pallet !== pallet);
  if (!first) return { kind: "already", says: say("thereAlready", { code: codes[0] ?? "", place }) };
  return {
    kind: "right",
    says: say("nested", { pallet }),
    code: first.code,
    goods: boxes.length === 1 ? goodsIn(known, first) : [],
    acts: boxes.map(({ code }) => ({ verb: "box.nest", input: { code, pallet } })),
    context: after,
  };
}
