import { fold, foldedText, textOf, type Cell } from "./cell.ts";
import { readDate } from "./date.ts";
import type { HeaderColumn } from "./header-fields.ts";
import { readReceiverKind } from "./handout.ts";
import { readQuantity } from "./quantity.ts";
import type { Need, NeedRow } from "./reading.ts";
import type { RowReader } from "./row-reader.ts";

/** Reads one answer to the needs questionnaire; null when it names no place. */
export function readNeed(
  reader: RowReader,
  cells: (Cell | undefined)[],
  columns: HeaderColumn[],
): NeedRow | null {
  const place = reader.text("place") || reader.problem("receiver_missing", "place");
  if (place === null) return null;
  const submitted = readDate(reader.cell("date"));
  const needs = columns.flatMap((column) => {
    const need = column.field === "need" ? needOf(cells[column.column], column) : null;
    return need ? [need] : [];
  });
  return {
    row: reader.row,
    date: submitted.kind === "full" ? submitted.date : null,
    township: reader.text("township") || null,
    place,
    placeKind: readReceiverKind(reader, place),
    ...reader.optional("contact"),
    ...reader.optional("phone"),
    households: count(reader.cell("households")),
    residents: count(reader.cell("residents")),
    elderly: count(reader.cell("elderly")),
    needs,
    ...reader.optional("urgency"),
    ...reader.optional("otherNeeds"),
  };
}

function needOf(cell: Cell | undefined, column: HeaderColumn): Need | null {
  const header = /^(.+?)\((.+)\)$/.exec(fold(column.parts.at(-1) ?? ""));
  const approximate = /[约左右多近]/.test(textOf(cell));
  const quantity = count(cell);
  if (quantity === null || quantity <= 0n) return null;
  return { item: header?.[1] ?? column.parts.join(""), unit: header?.[2] ?? null, quantity, approximate };
}

function count(cell: Cell | undefined): bigint | null {
  if (cell === undefined) return null;
  const plain =
    typeof cell.raw === "number" ? cell : { ...cell, raw: foldedText(cell).replace(/[约近]|左右|多/g, "") };
  const read = readQuantity(plain);
  return "quantity" in read ? read.quantity : null;
}
