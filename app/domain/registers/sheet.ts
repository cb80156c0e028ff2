import type { Messages } from "#app/i18n/messages.ts";
import type { Register, RegisterLine, RegisterRow } from "./get.server.ts";

type Words = Messages["registers"]["sheet"];

/** The columns of a register that are not about goods, in their order. */
export const sheetKeys = ["n", "building", "door", "group", "households", "people", "name", "phone"] as const;
export type SheetKey = (typeof sheetKeys)[number];

/** What a row is to get and what it got stand in two columns for each line of the delivery. */
export const shareKeys = ["planned", "given"] as const;
export type ShareKey = (typeof shareKeys)[number];

const widths: Record<SheetKey, number> = {
  n: 6,
  building: 12,
  door: 10,
  group: 12,
  households: 8,
  people: 8,
  name: 12,
  phone: 16,
};

/** "应领1 医用外科口罩（只）": by its number a column is known again when the sheet comes back. */
export const shareHead = (key: ShareKey, { n, item, unit }: RegisterLine, words: Words): string =>
  words.shareHead(words.shares[key], n, item, unit);

/** The register as a spreadsheet: to fill in, and to send back. Doors, names and telephone numbers are left blank. */
export function registerTable(
  { lines, rows }: Register,
  words: Words,
  groups: Messages["registers"]["groups"],
) {
  const shares = lines.flatMap((line) => shareKeys.map((key) => ({ key, line })));
  return {
    heads: [
      ...sheetKeys.map((key) => ({ label: words.columns[key], width: widths[key] })),
      ...shares.map(({ key, line }) => ({ label: shareHead(key, line, words), width: 16 })),
    ],
    rows: rows.map((row) => [
      ...sheetKeys.map((key) => cellOf(key, row, groups)),
      ...shares.map(({ key, line }) => {
        const share = row.shares.find(({ n }) => n === line.n);
        const whole = key === "planned" ? share?.quantity : share?.given;
        return whole === null || whole === undefined ? null : { whole };
      }),
    ]),
  };
}

function cellOf(key: SheetKey, row: RegisterRow, groups: Messages["registers"]["groups"]) {
  switch (key) {
    case "door":
    case "name":
    case "phone":
      return null;
    case "group":
      return row.group && groups[row.group];
    case "building":
      return row.building;
    default:
      return { whole: BigInt(row[key]) };
  }
}
