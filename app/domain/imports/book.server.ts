import { inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { organizations, type Tx } from "#db";
import type { OrganizationKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import type { BookKeeping } from "../reach.server.ts";
import { findOrAdd } from "../register.server.ts";
import { bookGoodsGifts, type Booking, bookMoneyGifts } from "./book-gifts.server.ts";
import { bookHandouts } from "./book-handouts.server.ts";
import { bookPayments } from "./book-payments.server.ts";
import type { Problem, SheetReading, WorkbookReading } from "./read/reading.ts";

export interface SheetProblem extends Problem {
  sheet: string;
}

export interface BookOptions {
  importId: string;
  publishDonorNames: boolean;
  /** Told after each sheet, in rows. */
  onProgress?: (done: number, total: number) => void;
}

/** Money in before money out, goods in before goods out, whatever order the sheets stand in. */
const order = ["money_gifts", "goods_gifts", "payments", "handouts", "needs", "unknown"] as const;

/**
 * Writes a whole reading into the books, in the caller's transaction. Answers what stands in the way; when that is not
 * empty, the caller rolls back: all or nothing.
 */
export async function bookWorkbook(
  tx: Tx,
  actor: MemberActor,
  reading: WorkbookReading,
  options: BookOptions,
): Promise<SheetProblem[]> {
  const sheets = [...reading.sheets].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const found = await organizationsOf(tx, actor, reading);
  const outOfReach = problemsOfReach(sheets, found);
  if (outOfReach.length > 0) return outOfReach;
  const booking: Booking = { actor, ...options, organizations: found };
  const total = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  let done = 0;
  const problems: SheetProblem[] = [];
  for (const sheet of sheets) {
    const stopped = await bookSheet(tx, booking, sheet);
    problems.push(...stopped.map((problem) => ({ ...problem, sheet: sheet.name })));
    done += sheet.rows.length;
    options.onProgress?.(done, total);
  }
  return problems;
}

async function bookSheet(tx: Tx, booking: Booking, sheet: SheetReading): Promise<Problem[]> {
  switch (sheet.kind) {
    case "money_gifts":
      await bookMoneyGifts(tx, booking, sheet.rows);
      return [];
    case "goods_gifts":
      return bookGoodsGifts(tx, booking, sheet.meta.warehouse, sheet.rows);
    case "payments":
      return bookPayments(tx, booking, sheet.rows);
    case "handouts":
      return bookHandouts(tx, booking, sheet.meta.warehouse, sheet.rows);
    case "needs":
    case "unknown":
      return [];
  }
}

const namedIn = (sheet: SheetReading): { row: number; organization: string }[] =>
  sheet.kind === "money_gifts" || sheet.kind === "payments" ? sheet.rows : [];

/** The organizations a workbook names. Unknown ones are added, with their books kept by the importing organization. */
async function organizationsOf(
  tx: Tx,
  actor: MemberActor,
  reading: WorkbookReading,
): Promise<Map<string, BookKeeping & { reachable: boolean }>> {
  const names = reading.sheets.flatMap(namedIn).map(({ organization }) => organization);
  if (names.length === 0) return new Map();
  return findOrAdd(
    tx,
    "organizations",
    names,
    async (wanted) => {
      const rows = await tx.select().from(organizations).where(inArray(organizations.name, wanted));
      return new Map(
        rows.map(({ id, name, responseId, booksKeptBy }) => [
          name,
          {
            organizationId: id,
            responseId,
            reachable: actor.reach.includes(id) || booksKeptBy === actor.organizationId,
          },
        ]),
      );
    },
    async (missing) => {
      await tx.insert(organizations).values(
        missing.map((name) => ({
          id: uuidv7(),
          name,
          kind: kindOf(name),
          responseId: actor.responseId,
          booksKeptBy: actor.organizationId,
        })),
      );
    },
  );
}

function kindOf(name: string): OrganizationKind {
  if (/社区(公益)?基金会/.test(name)) return "community_fund";
  return name.includes("基金会") ? "foundation" : "social_organization";
}

function problemsOfReach(
  sheets: readonly SheetReading[],
  found: ReadonlyMap<string, { reachable: boolean }>,
): SheetProblem[] {
  return sheets.flatMap((sheet) =>
    namedIn(sheet)
      .filter(({ organization }) => found.get(organization)?.reachable === false)
      .map(({ row, organization }) => ({
        sheet: sheet.name,
        row,
        column: null,
        field: "organization" as const,
        code: "organization_out_of_reach" as const,
        params: { organization },
        value: organization,
      })),
  );
}
