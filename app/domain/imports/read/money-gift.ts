import { fold } from "./cell.ts";
import { donorOf } from "./donor.ts";
import { giftStatusOf } from "./gift-status.ts";
import type { MoneyGiftRow } from "./reading.ts";
import { restrictionOf } from "./restriction.ts";
import type { RowReader } from "./row-reader.ts";

/** Reads a gift or pledge of money; null when the reader has problems. */
export function readMoneyGift(reader: RowReader): MoneyGiftRow | null {
  const status = readStatus(reader);
  if (status) reader.status = status;
  const date = reader.date();
  const donor = readDonor(reader);
  const organization = readOrganization(reader);
  const amountFen = reader.amount("amount");
  const restriction = readRestriction(reader);
  const optional = {
    ...reader.optional("sequence"),
    ...reader.optional("handler"),
    ...reader.optional("note"),
  };
  if (date === null || organization === null || amountFen === null || status === null) return null;
  return { row: reader.row, date, donor, organization, amountFen, status, restriction, ...optional };
}

/** The donor, merged and repeated cells filled in; null when blank or anonymous. */
export function readDonor(reader: RowReader): string | null {
  const text = reader.text("donor");
  if (text === "") reader.notice("donor_blank", "donor");
  return donorOf(text);
}

/** 性质 and 定向用途 as one restriction. */
export function readRestriction(reader: RowReader): string | null {
  const { restriction, notice } = restrictionOf(reader.text("nature"), reader.text("restriction"));
  if (notice) reader.notice(notice, reader.has("restriction") ? "restriction" : "nature");
  return restriction;
}

/** The receiving or paying organization, else who filled in the sheet. */
export function readOrganization(reader: RowReader): string | null {
  const organization = reader.text("organization");
  if (organization !== "") return organization;
  if (reader.filer === null) return reader.problem("organization_missing", "organization");
  reader.notice("organization_from_filer", "organization", { filer: reader.filer });
  return reader.filer;
}

function readStatus(reader: RowReader): "received" | "pledged" | null {
  const text = fold(reader.text("status"));
  if (text !== "") return giftStatusOf(text) ?? reader.problem("status_unreadable", "status");
  if (giftStatusOf(fold(reader.text("note"))) === "pledged") {
    reader.notice("status_from_note", "note");
    return "pledged";
  }
  if (reader.has("status")) return reader.problem("status_unreadable", "status");
  return "received";
}
