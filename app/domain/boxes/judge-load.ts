import type { Known, KnownDelivery } from "./known.ts";
import { chooseDelivery } from "./judge-pick.ts";
import { say } from "./saying.ts";
import type { ScanContext, Verdict } from "./scan-context.ts";
import { goodsIn, notABox, type Subject, wrongBox } from "./subject.ts";

/** Onto the vehicle: only boxes that were picked for this delivery. The first box says which delivery it is. */
export function judgeLoad(known: Known, context: ScanContext, subject: Subject): Verdict {
  if (subject.kind === "delivery") return chooseDelivery(context, subject.delivery);
  if (subject.kind === "nothing") return { kind: "wrong", says: say("chooseDelivery", {}) };
  if (subject.kind !== "box") return notABox(subject);
  const { box } = subject;
  const { code } = box;
  const its = known.deliveries.get(box.deliveryId ?? "");
  const delivery = known.deliveries.get(context.deliveryId ?? "") ?? its;
  if (box.empty) return wrongBox(known, box, say("emptied", { code }));
  if (!delivery) return { kind: "wrong", says: say("chooseDelivery", {}) };
  const { number } = delivery;
  if (its && its.id !== delivery.id) {
    return wrongBox(known, box, say("otherDelivery", { code, number: its.number, site: its.site }));
  }
  if (!its) return wrongBox(known, box, say("notPicked", { code, number }));
  if (box.loaded) return { kind: "already", says: say("loadedAlready", { code, number }) };
  const { loaded, picked } = loadOf(known, delivery);
  return {
    kind: "right",
    says: say("loaded", { n: loaded + 1, of: picked, number }),
    code,
    goods: goodsIn(known, box),
    acts: [{ verb: "box.load", input: { deliveryId: delivery.id, code } }],
    context: { ...context, deliveryId: delivery.id },
  };
}

/** How many boxes were picked for a delivery, and how many of them are on the vehicle. */
export function loadOf(known: Known, delivery: KnownDelivery): { picked: number; loaded: number } {
  let picked = 0;
  let loaded = 0;
  for (const box of known.boxes.values()) {
    if (box.deliveryId !== delivery.id || box.empty) continue;
    picked += 1;
    if (box.loaded) loaded += 1;
  }
  return { picked, loaded };
}
