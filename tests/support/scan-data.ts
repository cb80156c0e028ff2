import type { ScanBox, ScanData, ScanLot } from "#app/domain/boxes/scan-data.ts";
import { newCode } from "#app/domain/code.ts";

/** A warehouse as a phone knows it, empty but for two bins and the differences. */
export function scanList(differences: Partial<ScanData> = {}): ScanData {
  return {
    asOf: "2022-04-01T02:00:00.000Z",
    today: "2022-04-01",
    responseId: "r",
    warehouse: { id: "w", name: "测试仓", dock: "1", staging: "2", quarantine: "3" },
    bins: [
      { id: "a", name: "A-01", account: "11", code: codes.binA },
      { id: "b", name: "B-01", account: "12", code: codes.binB },
    ],
    lots: [],
    boxes: [],
    blank: [],
    revoked: [],
    elsewhere: [],
    consignments: [],
    deliveries: [],
    stocktakes: [],
    barcodes: [],
    ...differences,
  };
}

export const codes = {
  binA: newCode(),
  binB: newCode(),
  delivery: newCode(),
  other: newCode(),
};

export const lot = (asset: string, differences: Partial<ScanLot> = {}): ScanLot => ({
  asset,
  code: null,
  itemId: "mask",
  item: "医用外科口罩",
  unit: "只",
  packName: "箱",
  packSize: "2000",
  lotNumber: null,
  expiresOn: null,
  restriction: null,
  only: null,
  ...differences,
});

/** A box of 2,000 of the first lot, in A-01. */
export const box = (differences: Partial<ScanBox> = {}): ScanBox => ({
  code: newCode(),
  kind: "box",
  at: "11",
  in: [{ lot: 0, quantity: "2000" }],
  ...differences,
});

export const consignment = (
  differences: Partial<ScanData["consignments"][number]> = {},
): ScanData["consignments"][number] => ({
  id: "c",
  number: "DH-2022-000001",
  donor: "示例公益基金会",
  expectedBoxes: 20,
  boxes: 0,
  lines: [
    {
      n: 1,
      itemId: "mask",
      item: "医用外科口罩",
      unit: "只",
      packName: "箱",
      packSize: "2000",
      expected: "30000",
      counted: "0",
      lotNumber: null,
      expiresOn: null,
    },
  ],
  ...differences,
});

/** A delivery that wants 4,000 of the first lot from A-01. */
export const delivery = (
  differences: Partial<ScanData["deliveries"][number]> = {},
): ScanData["deliveries"][number] => ({
  id: "d",
  number: "FF-2022-000001",
  code: codes.delivery,
  site: "潍坊一村居委会",
  township: "潍坊新村街道",
  to: { siteId: "s", siteKind: "committee", townshipCode: "310115004" },
  boxes: 2,
  picking: false,
  picked: false,
  picks: [{ n: 1, lot: 0, from: "11", quantity: "4000", taken: "0" }],
  ...differences,
});
