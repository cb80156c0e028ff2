import type { PlaceName } from "./known.ts";
import type { ScanMode } from "./scan-context.ts";

/**
 * What the scan screen can say, and its particulars. The sentences are in the dictionary `scan`: a title that is read
 * at arm's length, and a text that says why and what to do. Codes are bare, quantities base units as text.
 */
export interface Sayings {
  // Right.
  received: { n: number };
  receivedUnknown: { n: number };
  putAway: { place: PlaceName; boxes: number };
  toQuarantine: Record<string, never>;
  nested: { pallet: string };
  picked: { number: string; left: string; unit: string };
  loaded: { n: number; of: number; number: string };
  counted: { n: number };
  countedFromElsewhere: { n: number; place: PlaceName };
  countedUnknown: { n: number };

  // What the next scan means.
  line: { item: string };
  lineUnknown: Record<string, never>;
  intoBin: { place: PlaceName };
  ontoPallet: { pallet: string };
  held: { boxes: number };
  delivery: { number: string; site: string; township: string };
  bin: { place: PlaceName };
  lotLoose: { item: string };

  // A question, and its answers.
  whatIsInIt: Record<string, never>;
  moreThanLeft: { holds: string; left: string; unit: string };
  takePart: { quantity: string; unit: string };
  takeNone: Record<string, never>;
  expiredHere: { on: string };
  setApart: Record<string, never>;
  leaveIt: Record<string, never>;
  whatWithPallet: { pallet: string; boxes: number };
  movePallet: Record<string, never>;
  fillPallet: Record<string, never>;
  countedBefore: { place: PlaceName };
  countAgain: Record<string, never>;

  // Already.
  justScanned: { code: string };
  receivedAlready: { code: string };
  thereAlready: { code: string; place: PlaceName };
  pickedAlready: { code: string; number: string };
  loadedAlready: { code: string; number: string };
  countedAlready: { code: string };

  // Wrong.
  misread: { code: string };
  nothingRead: Record<string, never>;
  otherSystem: { host: string };
  noLabel: { text: string };
  badBarcode: { text: string };
  unknownCode: { code: string; host: string };
  otherResponse: { code: string; name: string };
  otherWarehouse: { code: string; name: string };
  revoked: { code: string; by: string | null };
  blankHere: { code: string };
  deliveryLabel: { number: string };
  binLabel: { place: PlaceName };
  lotLabel: { item: string };
  chooseConsignment: Record<string, never>;
  perBoxMissing: { item: string; unit: string };
  labelInUse: { code: string; place: PlaceName };
  notBooked: { code: string };
  emptied: { code: string };
  inQuarantine: { code: string };
  withDelivery: { code: string; number: string };
  chooseDelivery: Record<string, never>;
  unknownBox: { code: string };
  expired: { on: string };
  restricted: { item: string; restriction: string; number: string; township: string };
  laterLot: { item: string; expiresOn: string | null; firstExpiresOn: string; place: PlaceName };
  otherLot: { item: string; lot: string | null; place: PlaceName };
  notWanted: { item: string; number: string };
  otherPlace: { item: string; place: PlaceName; wanted: PlaceName };
  palletElsewhere: { pallet: string; place: PlaceName; wanted: PlaceName };
  enough: { item: string; number: string };
  mixed: { code: string };
  palletHere: { code: string };
  otherDelivery: { code: string; number: string; site: string };
  notPicked: { code: string; number: string };
  pickedWhole: { number: string };
  chooseBin: Record<string, never>;
  notToCount: { place: PlaceName };
  beingPicked: { place: PlaceName; number: string };
  noSuchBarcode: { gtin: string };
  notExpected: { item: string };
  lotDiffers: { item: string; scanned: string; announced: string };
  expiryDiffers: { item: string; scanned: string; announced: string };
  barcodeHere: { item: string; mode: ScanMode };
}

/** One sentence with its particulars. */
export type Saying = { [Key in keyof Sayings]: { key: Key; with: Sayings[Key] } }[keyof Sayings];

export const say = <Key extends keyof Sayings>(key: Key, particulars: Sayings[Key]): Saying =>
  ({ key, with: particulars }) as Saying;
