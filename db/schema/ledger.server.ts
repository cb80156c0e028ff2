import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import {
  accountKinds,
  type AccountKind,
  assetKinds,
  type DocumentKind,
  entryKinds,
  type EntryKind,
  holdingKinds,
} from "../vocabulary.ts";
import { moment, oneOf, whole } from "./columns.server.ts";
import { organizations, responses } from "./people.server.ts";

/** A place that can hold. */
export const accounts = pgTable(
  "accounts",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    kind: text("kind").$type<AccountKind>().notNull(),
    name: text("name").notNull(),
    /** Whether the account keeps a balance row that may never fall below zero. */
    holds: boolean("holds")
      .notNull()
      .generatedAlwaysAs(sql.raw(`kind in (${holdingKinds.map((kind) => `'${kind}'`).join(", ")})`)),
  },
  (table) => [
    oneOf("account_kind_known", table.kind, accountKinds),
    index("accounts_by_kind").on(table.organizationId, table.kind),
  ],
);

/** What can be held: CNY in fen (asset 1), or one source lot in its item's base unit. */
export const assets = pgTable(
  "assets",
  {
    id: whole("id").primaryKey().generatedByDefaultAsIdentity({ startWith: 100 }),
    kind: text("kind").$type<(typeof assetKinds)[number]>().notNull(),
  },
  (table) => [oneOf("asset_kind_known", table.kind, assetKinds)],
);

/** One hand-over. Append-only: invariants.sql refuses UPDATE, DELETE and TRUNCATE. */
export const entries = pgTable(
  "entries",
  {
    id: uuid("id").primaryKey(),
    /** The order of recording; rollbacks leave gaps. */
    seq: bigint("seq", { mode: "bigint" }).notNull().unique().generatedAlwaysAsIdentity(),
    kind: text("kind").$type<EntryKind>().notNull(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    occurredAt: moment("occurred_at").notNull(),
    /** The civil date in Shanghai, which reports go by. */
    occurredOn: date("occurred_on").notNull(),
    recordedAt: moment("recorded_at").notNull().defaultNow(),
    actorKind: text("actor_kind").notNull(),
    actorId: uuid("actor_id"),
    documentKind: text("document_kind").$type<DocumentKind>().notNull(),
    documentId: uuid("document_id").notNull(),
    reverses: uuid("reverses")
      .unique("entry_reversed_once")
      .references((): AnyPgColumn => entries.id),
    reason: text("reason"),
  },
  (table) => [
    oneOf("entry_kind_known", table.kind, entryKinds),
    check("entry_reversal_named", sql`(${table.kind} = 'entry.reverse') = (${table.reverses} is not null)`),
    index("entries_by_document").on(table.documentId),
  ],
);

/** The legs of an entry. One row has both ends, so every entry balances by construction. */
export const postings = pgTable(
  "postings",
  {
    entryId: uuid("entry_id")
      .notNull()
      .references(() => entries.id),
    n: integer("n").notNull(),
    fromAccount: whole("from_account")
      .notNull()
      .references(() => accounts.id),
    toAccount: whole("to_account")
      .notNull()
      .references(() => accounts.id),
    assetId: whole("asset_id")
      .notNull()
      .references(() => assets.id),
    amount: whole("amount").notNull(),
    /** The part of the lot's value, in fen, that travels with this leg; for money the amount itself. */
    valueFen: whole("value_fen").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.n] }),
    check("posting_amount_positive", sql`${table.amount} > 0`),
    check("posting_value_never_negative", sql`${table.valueFen} >= 0`),
    check("posting_goes_somewhere", sql`${table.fromAccount} <> ${table.toAccount}`),
    index("postings_by_asset").on(table.assetId),
    index("postings_to").on(table.toAccount, table.assetId, table.amount),
    index("postings_from").on(table.fromAccount, table.assetId, table.amount),
  ],
);

/** What each account holds now, kept in the same transaction as the postings it is the sum of. */
export const balances = pgTable(
  "balances",
  {
    accountId: whole("account_id")
      .notNull()
      .references(() => accounts.id),
    assetId: whole("asset_id")
      .notNull()
      .references(() => assets.id),
    amount: whole("amount").notNull(),
    valueFen: whole("value_fen").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.assetId] }),
    check("balance_never_negative", sql`${table.amount} >= 0`),
    check("balance_value_never_negative", sql`${table.valueFen} >= 0`),
    check("balance_value_needs_amount", sql`${table.amount} > 0 or ${table.valueFen} = 0`),
    index("balances_by_asset").on(table.assetId),
  ],
);

/** Gapless human numbers: a sequence would leave holes on rollback, this row does not. */
export const documentNumbers = pgTable(
  "document_numbers",
  {
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    kind: text("kind").$type<DocumentKind>().notNull(),
    year: integer("year").notNull(),
    last: integer("last").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.kind, table.year] })],
);
