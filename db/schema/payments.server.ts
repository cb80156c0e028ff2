import { sql } from "drizzle-orm";
import { char, check, date, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { paymentKinds, type PaymentKind } from "../vocabulary.ts";
import { createdAt, id, oneOf, whole } from "./columns.server.ts";
import { funds } from "./gifts.server.ts";
import { accounts, entries } from "./ledger.server.ts";
import { organizations, responses, users } from "./people.server.ts";
import { townships } from "./places.server.ts";

const organizationId = () =>
  uuid("organization_id")
    .notNull()
    .references(() => organizations.id);
const responseId = () =>
  uuid("response_id")
    .notNull()
    .references(() => responses.id);

export const payees = pgTable(
  "payees",
  {
    id: id(),
    organizationId: organizationId(),
    name: text("name").notNull(),
    kind: text("kind").$type<PaymentKind>().notNull(),
    accountId: whole("account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("payee_kind_known", table.kind, paymentKinds),
    unique("payee_once").on(table.organizationId, table.name, table.kind),
  ],
);

/** Money out: a purchase from a supplier, with the quotes it was chosen from, or a grant. */
export const payments = pgTable(
  "payments",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: organizationId(),
    responseId: responseId(),
    fundId: uuid("fund_id")
      .notNull()
      .references(() => funds.id),
    payeeId: uuid("payee_id")
      .notNull()
      .references(() => payees.id),
    kind: text("kind").$type<PaymentKind>().notNull(),
    purpose: text("purpose").notNull(),
    amountFen: whole("amount_fen").notNull(),
    paidOn: date("paid_on").notNull(),
    townshipCode: char("township_code", { length: 9 }).references(() => townships.code),
    quotesFen: whole("quotes_fen")
      .array()
      .notNull()
      .default(sql`'{}'::bigint[]`),
    choiceReason: text("choice_reason"),
    entryId: uuid("entry_id")
      .notNull()
      .unique()
      .references(() => entries.id),
    importId: uuid("import_id"),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("payment_kind_known", table.kind, paymentKinds),
    check("payment_amount_positive", sql`${table.amountFen} > 0`),
    unique("payment_number_once").on(table.organizationId, table.number),
  ],
);
