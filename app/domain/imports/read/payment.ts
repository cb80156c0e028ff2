import { fold } from "./cell.ts";
import { readOrganization } from "./money-gift.ts";
import type { PaymentRow } from "./reading.ts";
import type { RowReader } from "./row-reader.ts";

const PURCHASE = /采购|购买|购置|采买|购入|订购|询价|purchase/i;
const GRANT = /资助|拨付|拨款|补助|补贴|转赠|转拨|捐赠|慰问|援助|支持|grant/i;

/** Reads a purchase or grant; null when the reader has problems. `quoteColumns` is the sheet's number of quotes. */
export function readPayment(reader: RowReader, quoteColumns: number): PaymentRow | null {
  const date = reader.date();
  const organization = readOrganization(reader);
  const kind = readKind(reader);
  const payee = reader.text("payee") || reader.problem("payee_missing", "payee");
  const amountFen = reader.amount("amount");
  const quotesFen = Array.from({ length: quoteColumns }, (_, which) => reader.priceAt("quote", which));
  if (date === null || organization === null || kind === null || payee === null || amountFen === null)
    return null;
  return {
    row: reader.row,
    date,
    organization,
    kind,
    purpose: reader.text("purpose"),
    payee,
    quotesFen,
    amountFen,
    ...reader.optional("sequence"),
    ...reader.optional("reason"),
    ...reader.optional("township"),
    ...reader.optional("handler"),
    ...reader.optional("note"),
  };
}

function readKind(reader: RowReader): "purchase" | "grant" | null {
  const stated = kindOf(reader.text("paymentKind"));
  if (stated) return stated;
  const inferred = kindOf(reader.text("purpose"));
  if (!inferred)
    return reader.problem("payment_kind_unknown", reader.has("paymentKind") ? "paymentKind" : "purpose");
  reader.notice("payment_kind_inferred", "purpose", { kind: inferred });
  return inferred;
}

function kindOf(text: string): "purchase" | "grant" | null {
  const folded = fold(text);
  if (PURCHASE.test(folded)) return "purchase";
  return GRANT.test(folded) ? "grant" : null;
}
