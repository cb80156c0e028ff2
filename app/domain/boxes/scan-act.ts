import { dropBox, type Known, type KnownBox, onPallet, putBox } from "./known.ts";

/** What a scan does, as the verb that the server will be asked for. `occurredAt` is added when it is kept. */
export type ScanAct =
  | { verb: "consignment.open"; id: string; input: { warehouseId: string } }
  | {
      verb: "box.receive";
      input: {
        consignmentId: string;
        code: string;
        kind: "box" | "pallet";
        line: number | null;
        quantity: string | null;
      };
    }
  | { verb: "box.move"; input: { code: string; to: string; reason: string | null } }
  | { verb: "box.nest"; input: { code: string; pallet: string | null } }
  | { verb: "delivery.start-picking"; input: { deliveryId: string } }
  | { verb: "box.pick"; input: { deliveryId: string; code: string; quantity: string | null } }
  | { verb: "delivery.finish-picking"; input: { deliveryId: string; leaveBehind?: boolean } }
  | { verb: "box.load"; input: { deliveryId: string; code: string } }
  | {
      verb: "stocktake.count-bin";
      input: {
        stocktakeId: string;
        accountId: string;
        since: string;
        counts: { assetId: string; counted: string }[];
      };
    };

/** How things stood before an act, for taking it back: plain JSON, kept beside the act. */
export interface Before {
  /** Boxes as they were. */
  boxes: KnownBox[];
  /** Base units taken for the delivery's pick `n`. */
  took?: { n: number; quantity: string }[];
}

const NOTHING: Before = { boxes: [] };

/**
 * Makes an act true in what the phone knows, so that the next verdict is right without the network. Changes `known`
 * in place and answers how things stood. An act that is true already changes nothing.
 */
export function apply(known: Known, act: ScanAct): Before {
  switch (act.verb) {
    case "consignment.open":
      return openConsignment(known, act.id);
    case "box.receive":
      return receiveBox(known, act.input);
    case "box.move":
      return moveBox(known, act.input.code, placeOf(known, act.input.to));
    case "box.nest":
      return changeBox(known, act.input.code, (box) => nested(known, box, act.input.pallet));
    case "delivery.start-picking":
      return markDelivery(known, act.input.deliveryId, { picking: true });
    case "delivery.finish-picking":
      return markDelivery(known, act.input.deliveryId, { picked: true });
    case "box.pick":
      return pickBox(known, act.input);
    case "box.load":
      return changeBox(known, act.input.code, (box) => ({ ...box, loaded: true }));
    case "stocktake.count-bin":
      return countBin(known, act.input);
  }
}

/** The way back of `apply`, given what it answered. What is back already stays as it is. */
export function takeBack(known: Known, act: ScanAct, before: Before): void {
  if (act.verb === "box.receive") return unreceive(known, act.input);
  if (act.verb === "delivery.finish-picking")
    return void markDelivery(known, act.input.deliveryId, { picked: false });
  if (act.verb === "stocktake.count-bin") return uncount(known, act.input);
  if (act.verb === "consignment.open") return void known.consignments.delete(act.id);
  const changed = before.boxes.some((box) => !sameBox(known.boxes.get(box.code), box));
  for (const box of before.boxes) putBox(known, box);
  if (act.verb !== "box.pick" || !changed) return;
  for (const { n, quantity } of before.took ?? []) take(known, act.input.deliveryId, n, -BigInt(quantity));
}

const sameBox = (a: KnownBox | undefined, b: KnownBox): boolean =>
  a?.at === b.at && a.deliveryId === b.deliveryId && JSON.stringify(a.in) === JSON.stringify(b.in);

function changeBox(known: Known, code: string, change: (box: KnownBox) => KnownBox): Before {
  const box = known.boxes.get(code);
  if (!box) return NOTHING;
  putBox(known, change(box));
  return { boxes: [box] };
}

function openConsignment(known: Known, id: string): Before {
  if (!known.consignments.has(id)) {
    known.consignments.set(id, {
      id,
      number: "",
      donor: null,
      expectedBoxes: null,
      boxes: 0,
      lines: [],
    });
  }
  return NOTHING;
}

type Received = (ScanAct & { verb: "box.receive" })["input"];

function receiveBox(known: Known, { consignmentId, code, kind, line, quantity }: Received): Before {
  if (known.boxes.has(code)) return NOTHING;
  known.blank.delete(code);
  const counted = line !== null && quantity !== null ? { line, counted: quantity } : {};
  putBox(known, { code, kind, at: known.data.warehouse.dock, in: [], consignmentId, ...counted });
  countReceived(known, { consignmentId, line, quantity }, 1);
  return NOTHING;
}

function unreceive(known: Known, received: Received): void {
  if (!known.boxes.has(received.code)) return;
  dropBox(known, received.code);
  known.blank.add(received.code);
  countReceived(known, received, -1);
}

function countReceived(
  known: Known,
  { consignmentId, line, quantity }: Pick<Received, "consignmentId" | "line" | "quantity">,
  sign: 1 | -1,
): void {
  const consignment = known.consignments.get(consignmentId);
  if (!consignment) return;
  consignment.boxes += sign;
  const counted = consignment.lines.find(({ n }) => n === line);
  if (counted && quantity !== null) {
    counted.counted = `${BigInt(counted.counted) + BigInt(sign) * BigInt(quantity)}`;
  }
}

function placeOf(known: Known, to: string): string {
  if (to === "dock" || to === "quarantine") return known.data.warehouse[to];
  return known.binById.get(to)?.account ?? known.data.warehouse.dock;
}

/** A pallet takes along what stands on it; a box leaves its pallet. */
function moveBox(known: Known, code: string, at: string): Before {
  const box = known.boxes.get(code);
  if (!box) return NOTHING;
  const onIt = box.kind === "pallet" ? onPallet(known, code) : [];
  const { pallet: _left, ...alone } = box;
  putBox(known, { ...alone, at });
  for (const each of onIt) putBox(known, { ...each, at });
  return { boxes: [box, ...onIt] };
}

function nested(known: Known, box: KnownBox, pallet: string | null): KnownBox {
  const { pallet: _left, ...alone } = box;
  if (pallet === null) return alone;
  return { ...alone, pallet, at: known.boxes.get(pallet)?.at ?? box.at };
}

function markDelivery(known: Known, id: string, marks: { picking?: boolean; picked?: boolean }): Before {
  const delivery = known.deliveries.get(id);
  if (delivery) Object.assign(delivery, marks);
  return NOTHING;
}

/** With a quantity the rest stays in the box and in its place; otherwise the whole box goes to the packing area. */
function pickBox(
  known: Known,
  { deliveryId, code, quantity }: (ScanAct & { verb: "box.pick" })["input"],
): Before {
  const box = known.boxes.get(code);
  const delivery = known.deliveries.get(deliveryId);
  if (!box || !delivery || box.deliveryId === deliveryId) return NOTHING;
  const took: { n: number; quantity: string }[] = [];
  for (const content of box.in) {
    let wanted = quantity === null ? BigInt(content.quantity) : BigInt(quantity);
    for (const pick of delivery.picks) {
      const left = BigInt(pick.quantity) - BigInt(pick.taken);
      if (pick.asset !== content.asset || pick.from !== box.at || left === 0n || wanted === 0n) continue;
      const taken = left < wanted ? left : wanted;
      take(known, deliveryId, pick.n, taken);
      took.push({ n: pick.n, quantity: `${taken}` });
      wanted -= taken;
    }
  }
  const { pallet: _left, ...alone } = box;
  putBox(
    known,
    quantity === null ? { ...alone, at: known.data.warehouse.staging, deliveryId } : less(box, quantity),
  );
  return { boxes: [box], took };
}

const less = (box: KnownBox, quantity: string): KnownBox => ({
  ...box,
  in: box.in.map((content) => ({ ...content, quantity: `${BigInt(content.quantity) - BigInt(quantity)}` })),
});

function take(known: Known, deliveryId: string, n: number, quantity: bigint): void {
  const pick = known.deliveries.get(deliveryId)?.picks.find((each) => each.n === n);
  if (pick) pick.taken = `${BigInt(pick.taken) + quantity}`;
}

function countBin(known: Known, input: { stocktakeId: string; accountId: string }): Before {
  const stocktake = known.stocktakes.get(input.stocktakeId);
  if (stocktake?.open.includes(input.accountId)) {
    stocktake.open = stocktake.open.filter((account) => account !== input.accountId);
    stocktake.counted = [...stocktake.counted, input.accountId];
  }
  return NOTHING;
}

function uncount(known: Known, input: { stocktakeId: string; accountId: string }): void {
  const stocktake = known.stocktakes.get(input.stocktakeId);
  if (!stocktake) return;
  stocktake.counted = stocktake.counted.filter((account) => account !== input.accountId);
  stocktake.open = [...new Set([...stocktake.open, input.accountId])];
}
