import { fold, spacedText } from "./cell.ts";
import { lastDayOfMonth, readDate } from "./date.ts";
import { isUnarrived } from "./gift-status.ts";
import { readDonor, readRestriction } from "./money-gift.ts";
import type { GoodsGiftRow } from "./reading.ts";
import type { RowReader } from "./row-reader.ts";

const NO_EXPIRY = /^(长期(有效)?|永久|无(限期|期限|限)?|不限|不适用|见(包装|外包装)|-+|\/+|n\/?a|none)$/i;

/** Reads one line of given goods; null when the reader has problems. */
export function readGoodsGift(reader: RowReader): GoodsGiftRow | null {
  if (isUnarrived(fold(reader.text("status")))) reader.problem("goods_not_arrived", "status");
  const date = reader.date();
  const donor = readDonor(reader);
  const item = reader.text("item") || reader.problem("item_missing", "item");
  const counted = reader.quantity();
  const unitPriceFen = reader.priceAt("unitPrice");
  const valueFen = readGoodsValue(reader, counted?.quantity ?? null, unitPriceFen);
  const expiresOn = readExpiry(reader);
  const restriction = readRestriction(reader);
  if (date === null || item === null || counted === null || valueFen === false || expiresOn === false)
    return null;
  return {
    row: reader.row,
    date,
    donor,
    item,
    ...counted,
    unitPriceFen,
    valueFen,
    expiresOn,
    restriction,
    ...reader.optional("sequence"),
    ...reader.optional("organization"),
    ...reader.optional("specification"),
    ...readLotNumber(reader),
    ...reader.optional("handler"),
    ...reader.optional("note"),
  };
}

/** `lotNumber` unless the cell only says that there is none. */
export function readLotNumber(reader: RowReader): { lotNumber?: string } {
  const lotNumber = reader.text("lotNumber");
  return lotNumber === "" || /^(无|不详|-+|\/+)$/.test(fold(lotNumber)) ? {} : { lotNumber };
}

/** The line's value in fen; from the price when only that is given; null when unvalued; false on a problem. */
export function readGoodsValue(
  reader: RowReader,
  quantity: bigint | null,
  unitPriceFen: bigint | null,
): bigint | null | false {
  const product = quantity === null || unitPriceFen === null ? null : quantity * unitPriceFen;
  if (product !== null && reader.text("value") === "" && !reader.isMergedOver("value")) {
    reader.notice("value_from_price", reader.has("value") ? "value" : "unitPrice");
    reader.fen = product;
    return product;
  }
  const value = reader.optionalAmount("value");
  if (typeof value === "bigint" && product !== null && isFarFrom(value, product)) {
    reader.notice("value_unlike_price", "value");
  }
  return value;
}

/** More than one per cent off: rounding of prices stays well below. */
function isFarFrom(value: bigint, product: bigint): boolean {
  const difference = value > product ? value - product : product - value;
  return difference * 100n > value;
}

function readExpiry(reader: RowReader): string | null | false {
  const cell = reader.cell("expiresOn");
  if (cell === undefined || NO_EXPIRY.test(fold(reader.text("expiresOn")))) return null;
  const read = readDate(cell);
  if (read.kind === "full") return read.date;
  const month = /^(20\d{2})(?:年|[-./])?(0?[1-9]|1[0-2])月?(?:底|末)?$/.exec(
    spacedText(cell).replaceAll(" ", ""),
  );
  const last = month && lastDayOfMonth(Number(month[1]), Number(month[2]));
  if (last) {
    reader.notice("expiry_month_end", "expiresOn", { date: last });
    return last;
  }
  reader.problem("expiry_unreadable", "expiresOn");
  return false;
}
