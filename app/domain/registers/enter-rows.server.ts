import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { readSheet } from "../stocktakes/read-sheet.server.ts";
import { countBack } from "./count-back.server.ts";
import { findRegister, linesOfDelivery } from "./find.server.ts";
import type { CountsFileForm, RowsForm } from "./forms.ts";
import { getRegister } from "./get.server.ts";
import { readCounts, readRows, type Table, tableOf, type TableProblem } from "./read-table.ts";
import { tableWords } from "./table-words.server.ts";
import { writeRows } from "./write-rows.server.ts";

/**
 * Writes the rows of a register from a text or a file. Answers what is wrong with which row, and then nothing is stored;
 * throws what the verb refuses, and `unreadable_workbook`.
 */
export async function enterRows(
  actor: MemberActor,
  requestId: string,
  registerId: string,
  { text, file, each }: RowsForm,
): Promise<TableProblem[]> {
  const { deliveryId } = await findRegister(db, actor, registerId);
  const lines = new Set((await linesOfDelivery(db, deliveryId)).map(({ n }) => n));
  const known = each.flatMap(({ n, quantity, per }) =>
    quantity !== undefined && lines.has(n) ? [{ n, quantity, per }] : [],
  );
  const table = file ? await tableIn(file) : tableOf(text ?? "");
  const { rows, problems } = readRows(table, tableWords(), known);
  if (problems.length > 0) return problems;
  const unknown = rows.flatMap(({ shares }) => shares.filter(({ n }) => !lines.has(n)));
  if (unknown.length > 0) refuse("invalid", { fields: { [file ? "file" : "text"]: "line_unknown" } });
  await writeRows(actor, requestId, { registerId, rows });
  return [];
}

/** Counts a register back from its own sheet, filled in; as `enterRows`. */
export async function enterCounts(
  actor: MemberActor,
  requestId: string,
  registerId: string,
  { file }: CountsFileForm,
): Promise<TableProblem[]> {
  const register = await getRegister(actor, registerId);
  const { rows, problems } = readCounts(await tableIn(file), tableWords(), register);
  if (problems.length > 0) return problems;
  await countBack(actor, requestId, { registerId, rows });
  return [];
}

const tableIn = async (file: File): Promise<Table> => readSheet(new Uint8Array(await file.arrayBuffer()));
