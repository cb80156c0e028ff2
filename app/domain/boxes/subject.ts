import type { Known, KnownBox, KnownDelivery } from "./known.ts";
import type { ScanBin, ScanLot } from "./scan-data.ts";
import type { ScanGoods, Verdict } from "./scan-context.ts";
import { type Saying, say } from "./saying.ts";

/** What a label of this warehouse stands for. */
export type Subject =
  | { kind: "box"; box: KnownBox }
  | { kind: "bin"; bin: ScanBin }
  | { kind: "lot"; lot: ScanLot }
  | { kind: "delivery"; delivery: KnownDelivery }
  | { kind: "blank"; code: string }
  | { kind: "nothing" };

export function subjectOf(known: Known, code: string): Subject {
  const box = known.boxes.get(code);
  if (box) return { kind: "box", box };
  const bin = known.binByCode.get(code);
  if (bin) return { kind: "bin", bin };
  const delivery = known.deliveryByCode.get(code);
  if (delivery) return { kind: "delivery", delivery };
  const lot = known.lotByCode.get(code);
  if (lot) return { kind: "lot", lot };
  return known.blank.has(code) ? { kind: "blank", code } : { kind: "nothing" };
}

/** Why a label of another kind than a box is no use here. */
export function notABox(subject: Exclude<Subject, { kind: "box" | "nothing" }>): Verdict {
  return { kind: "wrong", says: notABoxIn(subject) };
}

function notABoxIn(subject: Exclude<Subject, { kind: "box" | "nothing" }>): Saying {
  switch (subject.kind) {
    case "bin":
      return say("binLabel", { place: { bin: subject.bin.name } });
    case "lot":
      return say("lotLabel", { item: subject.lot.item });
    case "delivery":
      return say("deliveryLabel", { number: subject.delivery.number });
    case "blank":
      return say("blankHere", { code: subject.code });
  }
}

/** What is in a box, line by line; of a box that is counted but not in the books yet, what it was counted as. */
export function goodsIn(known: Known, box: KnownBox): ScanGoods[] {
  if (box.in.length > 0) {
    return box.in.flatMap(({ asset, quantity }) => {
      const lot = known.lots.get(asset);
      return lot ? [{ ...lot, quantity }] : [];
    });
  }
  const line = known.consignments.get(box.consignmentId ?? "")?.lines.find(({ n }) => n === box.line);
  return line && box.counted !== undefined ? [{ ...line, quantity: box.counted }] : [];
}

export const wrongBox = (known: Known, box: KnownBox, says: Saying): Verdict => ({
  kind: "wrong",
  says,
  code: box.code,
  goods: goodsIn(known, box),
});

/** A lot may still be used on the day it expires. */
export const isExpired = (expiresOn: string | null, today: string): boolean =>
  expiresOn !== null && expiresOn < today;

/** The first expired lot in a box. */
export const expiredIn = (known: Known, box: KnownBox): string | undefined =>
  goodsIn(known, box).find(({ expiresOn }) => isExpired(expiresOn, known.data.today))?.expiresOn ?? undefined;
