import { allows } from "../places/restriction.ts";
import { type Known, type KnownBox, type KnownDelivery, type KnownPick, leftOf, placeName } from "./known.ts";
import { say } from "./saying.ts";
import type { ScanAct } from "./scan-act.ts";
import type { ScanContext, Verdict } from "./scan-context.ts";
import type { ScanLot } from "./scan-data.ts";
import { expiredIn, goodsIn, notABox, type Subject, wrongBox } from "./subject.ts";

/** Off the shelves: only the lots that were set aside for this delivery, from the places they were set aside in. */
export function judgePick(known: Known, context: ScanContext, subject: Subject): Verdict {
  if (subject.kind === "delivery") return chooseDelivery(context, subject.delivery);
  const delivery = known.deliveries.get(context.deliveryId ?? "");
  if (!delivery) return { kind: "wrong", says: say("chooseDelivery", {}) };
  if (subject.kind === "nothing") return { kind: "wrong", says: say("chooseDelivery", {}) };
  if (subject.kind !== "box") return notABox(subject);
  const { box } = subject;
  return (
    notTakeable(known, delivery, box) ??
    notSetAside(known, delivery, box) ??
    take(known, context, delivery, box)
  );
}

export function chooseDelivery(context: ScanContext, delivery: KnownDelivery): Verdict {
  const { id, number, site, township } = delivery;
  if (context.mode === "pick" && delivery.picked) {
    return { kind: "wrong", says: say("pickedWhole", { number }) };
  }
  return {
    kind: "context",
    says: say("delivery", { number, site, township }),
    context: { ...context, deliveryId: id },
  };
}

/** What speaks against the box itself, whatever the delivery asks for. */
function notTakeable(known: Known, delivery: KnownDelivery, box: KnownBox): Verdict | undefined {
  const { code } = box;
  const { number } = delivery;
  if (box.empty) return wrongBox(known, box, say("emptied", { code }));
  if (box.deliveryId === delivery.id)
    return { kind: "already", says: say("pickedAlready", { code, number }) };
  if (box.deliveryId !== undefined) {
    const other = known.deliveries.get(box.deliveryId)?.number ?? "";
    return wrongBox(known, box, say("withDelivery", { code, number: other }));
  }
  if (box.kind === "pallet") return wrongBox(known, box, say("palletHere", { code }));
  const expired = expiredIn(known, box);
  if (expired !== undefined) return wrongBox(known, box, say("expired", { on: expired }));
  if (box.at === known.data.warehouse.quarantine) return wrongBox(known, box, say("inQuarantine", { code }));
  if (box.in.length > 0) return undefined;
  return wrongBox(known, box, say(box.line === undefined ? "unknownBox" : "notBooked", { code }));
}

/** What speaks against it because of what was set aside: another item, another lot, another place, enough taken. */
function notSetAside(known: Known, delivery: KnownDelivery, box: KnownBox): Verdict | undefined {
  for (const { asset } of box.in) {
    const lot = known.lots.get(asset);
    if (!lot) return wrongBox(known, box, say("unknownBox", { code: box.code }));
    const ofLot = delivery.picks.filter((pick) => pick.asset === asset);
    const verdict =
      ofLot.length === 0 ? wrongLot(known, delivery, lot) : wrongPlace(known, delivery, lot, ofLot, box);
    if (verdict) return wrongBox(known, box, verdict);
  }
  return undefined;
}

function wrongLot(known: Known, delivery: KnownDelivery, lot: ScanLot) {
  const { item, restriction } = lot;
  const { number, township } = delivery;
  const ofItem = delivery.picks.filter(({ asset }) => known.lots.get(asset)?.itemId === lot.itemId);
  if (!allows(lot.only, delivery.to)) {
    return say("restricted", { item, restriction: restriction ?? "", number, township });
  }
  const pick = ofItem.find((each) => leftOf(each) > 0n) ?? ofItem[0];
  const aside = pick && known.lots.get(pick.asset);
  if (!pick || !aside) return say("notWanted", { item, number });
  if (leftOf(pick) === 0n) return say("enough", { item, number });
  const place = placeName(known, pick.from);
  if (aside.expiresOn !== null && (lot.expiresOn === null || lot.expiresOn > aside.expiresOn)) {
    return say("laterLot", { item, expiresOn: lot.expiresOn, firstExpiresOn: aside.expiresOn, place });
  }
  return say("otherLot", { item, lot: aside.lotNumber, place });
}

function wrongPlace(known: Known, delivery: KnownDelivery, lot: ScanLot, picks: KnownPick[], box: KnownBox) {
  const { item } = lot;
  const open = picks.filter((pick) => leftOf(pick) > 0n);
  const [wanted] = open;
  if (!wanted) return say("enough", { item, number: delivery.number });
  if (open.some(({ from }) => from === box.at)) return undefined;
  return say("otherPlace", { item, place: placeName(known, box.at), wanted: placeName(known, wanted.from) });
}

function take(known: Known, context: ScanContext, delivery: KnownDelivery, box: KnownBox): Verdict {
  const lefts = box.in.map(({ asset }) => leftHere(delivery, asset, box.at));
  const tooMuch = box.in.some(({ quantity }, i) => BigInt(quantity) > lefts[i]!);
  if (!tooMuch) return picked(known, context, delivery, box, null);
  const [content, second] = box.in;
  if (!content || second) return wrongBox(known, box, say("mixed", { code: box.code }));
  const { unit = "" } = known.lots.get(content.asset) ?? {};
  const left = `${lefts[0]}`;
  return {
    kind: "choose",
    says: say("moreThanLeft", { holds: content.quantity, left, unit }),
    goods: goodsIn(known, box),
    options: [
      { says: say("takePart", { quantity: left, unit }), then: picked(known, context, delivery, box, left) },
      { says: say("takeNone", {}), then: null },
    ],
  };
}

function picked(
  known: Known,
  context: ScanContext,
  delivery: KnownDelivery,
  box: KnownBox,
  quantity: string | null,
): Verdict {
  const deliveryId = delivery.id;
  const goods = goodsIn(known, box).map((line) => ({ ...line, quantity: quantity ?? line.quantity }));
  const [first] = box.in;
  const taken = BigInt(quantity ?? first?.quantity ?? "0");
  const left = first ? leftHere(delivery, first.asset, null) - taken : 0n;
  const start: ScanAct[] = delivery.picking
    ? []
    : [{ verb: "delivery.start-picking", input: { deliveryId } }];
  return {
    kind: "right",
    says: say("picked", { number: delivery.number, left: `${left}`, unit: goods[0]?.unit ?? "" }),
    code: box.code,
    goods,
    acts: [...start, { verb: "box.pick", input: { deliveryId, code: box.code, quantity } }],
    context,
  };
}

/** Base units of a lot that this delivery still wants, from one place or (null) from all. */
const leftHere = (delivery: KnownDelivery, asset: string, at: string | null): bigint =>
  delivery.picks
    .filter((pick) => pick.asset === asset && (at === null || pick.from === at))
    .reduce((sum, pick) => sum + leftOf(pick), 0n);
