import { type Known, leftOf, placeName } from "./known.ts";
import { say } from "./saying.ts";
import type { BinCount, ScanContext, Verdict } from "./scan-context.ts";
import type { ScanLot } from "./scan-data.ts";
import { goodsIn, notABox, type Subject, wrongBox } from "./subject.ts";

/** A bin is counted box by box; what was counted is sent as a whole when the bin is done. */
export function judgeCount(known: Known, context: ScanContext, subject: Subject): Verdict {
  if (subject.kind === "bin") return startBin(known, context, subject.bin);
  const { count } = context;
  if (count === null || subject.kind === "nothing") return { kind: "wrong", says: say("chooseBin", {}) };
  if (subject.kind === "lot") return addLoose(context, count, subject.lot);
  if (subject.kind !== "box") return notABox(subject);
  const { box } = subject;
  const { code } = box;
  if (count.codes.includes(code)) return { kind: "already", says: say("countedAlready", { code }) };
  if (box.kind === "pallet") return wrongBox(known, box, say("palletHere", { code }));
  const n = count.codes.length + 1;
  const counting = { ...context, count: { ...count, codes: [...count.codes, code] } };
  const place = placeName(known, box.at);
  const says =
    box.in.length === 0
      ? say("countedUnknown", { n })
      : box.at === count.account
        ? say("counted", { n })
        : say("countedFromElsewhere", { n, place });
  return { kind: "right", says, code, goods: goodsIn(known, box), acts: [], context: counting };
}

/** Chooses the bin, unless it is not to be counted, or a delivery is being picked from it. */
export function startBin(known: Known, context: ScanContext, { account }: { account: string }): Verdict {
  const place = placeName(known, account);
  const picked = [...known.deliveries.values()].find(
    ({ picking, picked, picks }) =>
      picking && !picked && picks.some((pick) => pick.from === account && leftOf(pick) > 0n),
  );
  if (picked) return { kind: "wrong", says: say("beingPicked", { place, number: picked.number }) };
  const stocktakes = [...known.stocktakes.values()];
  const open = stocktakes.find((each) => each.open.includes(account));
  const counted = stocktakes.find((each) => each.counted.includes(account));
  const stocktake = open ?? counted;
  if (!stocktake) return { kind: "wrong", says: say("notToCount", { place }) };
  const since = stocktake.since[account] ?? "";
  const then: Verdict = {
    kind: "context",
    says: say("bin", { place }),
    context: { ...context, count: { stocktakeId: stocktake.id, account, since, codes: [], loose: {} } },
  };
  if (open) return then;
  return {
    kind: "choose",
    says: say("countedBefore", { place }),
    goods: [],
    options: [
      { says: say("countAgain", {}), then },
      { says: say("leaveIt", {}), then: null },
    ],
  };
}

/** A lot's own label: its loose pieces are typed on the sheet at the end. */
function addLoose(context: ScanContext, count: BinCount, lot: ScanLot): Verdict {
  const loose = { ...count.loose, [lot.asset]: count.loose[lot.asset] ?? "" };
  return {
    kind: "context",
    says: say("lotLoose", { item: lot.item }),
    context: { ...context, count: { ...count, loose } },
  };
}

/** What was counted of each lot, in base units: boxes and loose pieces together. Unknown boxes count as nothing yet. */
export function countsOf(known: Known, count: BinCount): { assetId: string; counted: string }[] {
  const sums = new Map<string, bigint>();
  const add = (asset: string, quantity: bigint) => sums.set(asset, (sums.get(asset) ?? 0n) + quantity);
  for (const code of count.codes) {
    for (const { asset, quantity } of known.boxes.get(code)?.in ?? []) add(asset, BigInt(quantity));
  }
  for (const [asset, typed] of Object.entries(count.loose)) add(asset, BigInt(typed === "" ? "0" : typed));
  return [...sums].map(([assetId, sum]) => ({ assetId, counted: `${sum}` }));
}
