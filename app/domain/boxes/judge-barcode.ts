import type { Gs1Data } from "../gs1/read-elements.ts";
import type { Known } from "./known.ts";
import { say } from "./saying.ts";
import type { ScanContext, Verdict } from "./scan-context.ts";
import type { ScanConsignment } from "./scan-data.ts";

/**
 * A maker's own barcode. At the door it says which line of the consignment is in the box, and must not contradict the
 * lot and the expiry that were announced; elsewhere boxes go by our labels.
 */
export function judgeBarcode(known: Known, context: ScanContext, data: Gs1Data): Verdict {
  const gtin = data.gtin ?? data.contentGtin ?? data.sscc ?? "";
  const barcode = known.barcodes.get(gtin);
  if (!barcode) return { kind: "wrong", says: say("noSuchBarcode", { gtin }) };
  const { item } = barcode;
  if (context.mode !== "receive") {
    return { kind: "wrong", says: say("barcodeHere", { item, mode: context.mode }) };
  }
  const consignment = known.consignments.get(context.consignmentId ?? "");
  if (!consignment) return { kind: "wrong", says: say("chooseConsignment", {}) };
  const lines = consignment.lines.filter(({ itemId }) => itemId === barcode.itemId);
  const line = lines.find((each) => !contradiction(each, data)) ?? lines[0];
  if (!line) return { kind: "wrong", says: say("notExpected", { item }) };
  const differs = contradiction(line, data);
  if (differs) return { kind: "wrong", says: differs };
  const inside = BigInt(barcode.packSize) * (data.count ?? 1n);
  const perBox = inside > 1n ? `${inside}` : line.packSize;
  return {
    kind: "context",
    says: say("line", { item: line.item }),
    context: { ...context, line: line.n, perBox },
  };
}

function contradiction(line: ScanConsignment["lines"][number], data: Gs1Data) {
  const { item, lotNumber, expiresOn } = line;
  if (data.lot && lotNumber && data.lot !== lotNumber) {
    return say("lotDiffers", { item, scanned: data.lot, announced: lotNumber });
  }
  const scanned = data.expiresOn ?? data.bestBefore;
  if (scanned && expiresOn && scanned !== expiresOn) {
    return say("expiryDiffers", { item, scanned, announced: expiresOn });
  }
  return undefined;
}
