import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { type LeafKind, leafKinds } from "../vocabulary.ts";
import { bytes, moment, oneOf, whole } from "./columns.server.ts";

/** The public log: what was hashed, in order, without personal data. Append-only; the index has no gaps. */
export const logLeaves = pgTable(
  "log_leaves",
  {
    index: whole("index").primaryKey(),
    kind: text("kind").$type<LeafKind>().notNull(),
    /** The journal entry, or the published report, that it speaks of. */
    subjectId: uuid("subject_id").notNull(),
    /** RFC 8785 canonical JSON. */
    leaf: bytes("leaf").notNull(),
    /** RFC 6962: SHA-256(0x00 ‖ leaf). */
    hash: bytes("hash").notNull(),
    loggedAt: moment("logged_at").notNull().defaultNow(),
  },
  (table) => [
    oneOf("leaf_kind_known", table.kind, leafKinds),
    unique("leaf_subject_once").on(table.kind, table.subjectId),
    check("leaf_index_from_zero", sql`${table.index} >= 0`),
    check("leaf_small", sql`octet_length(${table.leaf}) < 65536`),
  ],
);

/** Full tiles of 256 hashes: `hashes` of level 0 are leaf hashes. Partial ones are cut from the leaves. */
export const logTiles = pgTable(
  "log_tiles",
  {
    level: integer("level").notNull(),
    n: whole("n").notNull(),
    hashes: bytes("hashes").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.level, table.n] }),
    check("tile_full", sql`octet_length(${table.hashes}) = 8192`),
  ],
);

/** Every checkpoint ever signed (C2SP tlog-checkpoint as a signed note). */
export const logCheckpoints = pgTable("log_checkpoints", {
  size: whole("size").primaryKey(),
  root: bytes("root").notNull(),
  note: text("note").notNull(),
  signedAt: moment("signed_at").notNull().defaultNow(),
});

/** Cosignatures by witnesses, one line each, beside a checkpoint. */
export const logCosignatures = pgTable(
  "log_cosignatures",
  {
    size: whole("size")
      .notNull()
      .references(() => logCheckpoints.size),
    name: text("name").notNull(),
    line: text("line").notNull(),
    addedAt: moment("added_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.size, table.name] })],
);

/** Whose cosignatures are taken: a township, an auditor. */
export const logWitnesses = pgTable("log_witnesses", {
  name: text("name").primaryKey(),
  /** C2SP verifier key: name+hash+base64. */
  verifierKey: text("verifier_key").notNull(),
  addedAt: moment("added_at").notNull().defaultNow(),
});

/**
 * Salts of the commitments in leaves: HMAC-SHA256(salt, value). With the salt gone the commitment says nothing any more,
 * and every proof still holds.
 */
export const logSalts = pgTable(
  "log_salts",
  {
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    salt: bytes("salt").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subjectKind, table.subjectId] }),
    index("log_salts_by_subject").on(table.subjectId),
  ],
);

/** How far the sequencer has looked: every entry up to `seq` is in the log or was rolled back. */
export const logProgress = pgTable(
  "log_progress",
  {
    one: integer("one").primaryKey().default(1),
    seq: whole("seq").notNull(),
  },
  (table) => [check("log_progress_one_row", sql`${table.one} = 1`)],
);
