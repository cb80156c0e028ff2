import { fold } from "./cell.ts";
import { readDifference } from "./difference.ts";
import { readGoodsValue, readLotNumber } from "./goods-gift.ts";
import { readQuantity } from "./quantity.ts";
import type { HandoutRow, ReceiptDifference, ReceiverKind } from "./reading.ts";
import { receiverKindOf } from "./receiver-kind.ts";
import type { RowReader } from "./row-reader.ts";

/** Reads one line handed out, with what its receipt says was short or damaged; null on problems. */
export function readHandout(reader: RowReader): HandoutRow | null {
  const date = reader.date();
  const receiver = reader.text("receiver") || reader.problem("receiver_missing", "receiver");
  const item = reader.text("item") || reader.problem("item_missing", "item");
  const counted = reader.quantity();
  const valueFen = readGoodsValue(reader, counted?.quantity ?? null, reader.priceAt("unitPrice"));
  const differences = counted ? readDifferences(reader, counted.quantity, counted.unit) : null;
  if (date === null || receiver === null || item === null || counted === null) return null;
  if (valueFen === false || differences === null) return null;
  const [difference, furtherDifference] = differences;
  return {
    row: reader.row,
    date,
    receiver,
    township: reader.text("township") || null,
    receiverKind: readReceiverKind(reader, receiver),
    item,
    ...counted,
    valueFen,
    difference: difference ?? null,
    ...(furtherDifference && { furtherDifference }),
    ...reader.optional("sequence"),
    ...reader.optional("specification"),
    ...readLotNumber(reader),
    ...reader.optional("signedBy"),
    ...reader.optional("note"),
  };
}

/** The receiver's kind from its type column, else from its name. */
export function readReceiverKind(reader: RowReader, receiver: string): ReceiverKind {
  const stated = receiverKindOf(fold(reader.text("receiverKind")));
  if (stated) return stated;
  const inferred = receiverKindOf(fold(receiver)) ?? "other";
  reader.notice("receiver_kind_inferred", reader.has("receiverKind") ? "receiverKind" : "receiver", {
    kind: inferred,
  });
  return inferred;
}

function readDifferences(reader: RowReader, quantity: bigint, unit: string): ReceiptDifference[] | null {
  const receipt = fold(reader.text("receipt"));
  const fromColumn = differencesIn(reader, receipt, "receipt", quantity, unit);
  if (fromColumn === null || fromColumn.length > 0 || receipt !== "") return fromColumn;
  const note = fold(reader.text("note"));
  if (/(短少|短缺|缺少|破损|损坏)\d/.test(note)) {
    reader.notice("difference_from_note", "note");
    return differencesIn(reader, note, "note", quantity, unit);
  }
  return differenceOfSignedQuantity(reader, quantity, unit);
}

function differencesIn(
  reader: RowReader,
  words: string,
  field: "receipt" | "note",
  quantity: bigint,
  unit: string,
): ReceiptDifference[] | null {
  const read = readDifference(words, quantity, unit);
  if (read.kind === "none") return [];
  if (read.kind === "failed") return reader.problem("difference_unreadable", field, { unit });
  const sum = read.differences.reduce((total, difference) => total + difference.quantity, 0n);
  if (sum > quantity)
    return reader.problem("difference_exceeds", field, { quantity: String(quantity), unit });
  return read.differences.length > 2
    ? reader.problem("difference_unreadable", field, { unit })
    : read.differences;
}

function differenceOfSignedQuantity(
  reader: RowReader,
  quantity: bigint,
  unit: string,
): ReceiptDifference[] | null {
  const cell = reader.cell("quantityReceived");
  if (cell === undefined) return [];
  const read = readQuantity(cell);
  const readable = "quantity" in read && (read.unit === null || read.unit === unit) && read.quantity >= 0n;
  if (!readable) return reader.problem("difference_unreadable", "quantityReceived", { unit });
  if (read.quantity > quantity) {
    return reader.problem("difference_exceeds", "quantityReceived", { quantity: String(quantity), unit });
  }
  return read.quantity === quantity ? [] : [{ kind: "short", quantity: quantity - read.quantity }];
}
