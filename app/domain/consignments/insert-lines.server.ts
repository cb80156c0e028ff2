import { consignmentLines, type Tx } from "#db";
import type { GoodsLine } from "../gifts/schema.ts";
import { insertRows } from "../insert-rows.server.ts";
import { findItems } from "../items/find-or-add.server.ts";
import { restrictionText } from "../places/restriction.ts";
import type { ConsignmentLine } from "./lock-consignment.server.ts";

/** Writes lines as they were announced, numbered from 1. Quantities of packs become base units. */
export async function insertAnnouncedLines(
  tx: Tx,
  consignment: { id: string; keeperId: string },
  lines: readonly GoodsLine[],
): Promise<void> {
  const known = await findItems(
    tx,
    consignment.keeperId,
    lines.map(({ item }) => item),
  );
  await insertRows(
    tx,
    consignmentLines,
    lines.map((line, i) => {
      const expected = line.quantity * (line.packSize ?? 1n);
      return {
        ...asWritten(line, expected),
        consignmentId: consignment.id,
        n: i + 1,
        itemId: known.get(line.item)?.id ?? null,
        expected,
      };
    }),
  );
}

/** What a line of goods says, as a consignment keeps it; its value is that of `quantity` base units. */
export function asWritten(
  line: Omit<GoodsLine, "quantity">,
  quantity: bigint,
): Omit<ConsignmentLine, "consignmentId" | "n" | "itemId" | "expected" | "counted"> {
  return {
    item: line.item,
    unit: line.unit,
    specification: line.specification,
    packName: line.packName,
    packSize: line.packSize,
    lotNumber: line.lotNumber,
    expiresOn: line.expiresOn,
    valueFen: line.value ?? (line.unitValue === null ? null : line.unitValue * quantity),
    valueBasis: line.valueBasis,
    restrictedTo: restrictionText(line.restrictedTo),
  };
}
