import {
  type AnyPgColumn,
  char,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { type Locale, organizationKinds, type OrganizationKind, roles, type Role } from "../vocabulary.ts";
import { createdAt, id, moment, oneOf } from "./columns.server.ts";

/** An emergency or a programme: everything recorded belongs to one. */
export const responses = pgTable("responses", {
  id: id(),
  name: text("name").notNull().unique(),
  nameEn: text("name_en").notNull(),
  startsOn: date("starts_on").notNull(),
  endsOn: date("ends_on"),
  createdAt: createdAt(),
});

export const organizations = pgTable(
  "organizations",
  {
    id: id(),
    name: text("name").notNull().unique(),
    kind: text("kind").$type<OrganizationKind>().notNull(),
    /** Unified social credit code, GB 32100-2015. */
    uscc: char("uscc", { length: 18 }).unique("organization_uscc_once"),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    /** The organization that keeps this one's books, so that its people reach them. */
    booksKeptBy: uuid("books_kept_by").references((): AnyPgColumn => organizations.id),
    hotline: text("hotline"),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("organization_kind_known", table.kind, organizationKinds),
    check("organization_keeps_not_itself", sql`${table.booksKeptBy} <> ${table.id}`),
    index("organizations_by_keeper").on(table.booksKeptBy),
  ],
);

export const users = pgTable(
  "users",
  {
    id: id(),
    name: text("name").notNull(),
    email: text("email").unique("user_email_once"),
    phone: text("phone").unique("user_phone_once"),
    passwordHash: text("password_hash").notNull(),
    locale: text("locale").$type<Locale>().notNull().default("zh-CN"),
    createdAt: createdAt(),
  },
  (table) => [check("user_reachable", sql`${table.email} is not null or ${table.phone} is not null`)],
);

/** What a person may do in an organization; a site contact's grant may name the one site. */
export const grants = pgTable(
  "grants",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    role: text("role").$type<Role>().notNull(),
    grantedBy: uuid("granted_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.organizationId, table.role] }),
    oneOf("grant_role_known", table.role, roles),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    /** SHA-256 of the secret in the cookie: a stolen table opens no door. */
    idHash: text("id_hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    address: text("address"),
    device: text("device"),
  },
  (table) => [index("sessions_by_user").on(table.userId)],
);

export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    tokenHash: text("token_hash").notNull().unique(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    role: text("role").$type<Role>().notNull(),
    note: text("note"),
    /** The person who lost their password; null for somebody new. */
    userId: uuid("user_id").references(() => users.id),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
    acceptedBy: uuid("accepted_by").references(() => users.id),
    revokedAt: moment("revoked_at"),
  },
  (table) => [oneOf("invitation_role_known", table.role, roles)],
);

export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    tokenHash: text("token_hash").notNull().unique(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    role: text("role").$type<Role>().notNull(),
    name: text("name").notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [oneOf("api_token_role_known", table.role, roles)],
);
