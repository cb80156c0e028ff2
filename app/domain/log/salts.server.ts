import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Reader, Tx } from "#db";

/** Whom or what a salt belongs to. With the salt gone, what was committed to with it says nothing any more. */
export interface SaltSubject {
  kind: "donor" | "payee" | "restriction" | "entry" | "publication" | "destruction" | "log";
  id: string;
}

/** For what names nobody: accounts and actors, by their ids. It is never destroyed. */
export const logSubject: SaltSubject = { kind: "log", id: "00000000-0000-0000-0000-000000000000" };

const SALT_BYTES = 32;

const keyOf = ({ kind, id }: SaltSubject): string => `${kind}/${id}`;

export interface Salts {
  /** The subject's salt; undefined when there is none, or it was destroyed. */
  find(subject: SaltSubject): Buffer | undefined;
  /** The subject's salt. Throws when there is none. */
  of(subject: SaltSubject): Buffer;
}

/** The salts there are of these subjects. */
export async function findSalts(reader: Reader, subjects: readonly SaltSubject[]): Promise<Salts> {
  return saltsIn(await readSalts(reader, subjects));
}

/** The salts of these subjects; whoever has none gets one. */
export async function findOrMakeSalts(tx: Tx, subjects: readonly SaltSubject[]): Promise<Salts> {
  const known = await readSalts(tx, subjects);
  const missing = subjects.filter((subject) => !known.has(keyOf(subject)));
  if (missing.length === 0) return saltsIn(known);
  for (const subject of missing) known.set(keyOf(subject), randomBytes(SALT_BYTES));
  const made = [...new Map(missing.map((subject) => [keyOf(subject), subject])).values()];
  await tx.execute(sql`
    insert into log_salts (subject_kind, subject_id, salt)
    select t.kind, t.id, decode(t.salt, 'hex')
    from unnest(${sql.param(made.map(({ kind }) => kind))}::text[], ${sql.param(made.map(({ id }) => id))}::uuid[],
                ${sql.param(made.map((subject) => known.get(keyOf(subject))?.toString("hex")))}::text[]) as t (kind, id, salt)`);
  return saltsIn(known);
}

async function readSalts(reader: Reader, subjects: readonly SaltSubject[]): Promise<Map<string, Buffer>> {
  if (subjects.length === 0) return new Map();
  const rows = await reader.execute<{ key: string; salt: string }>(sql`
    select distinct s.subject_kind || '/' || s.subject_id as key, encode(s.salt, 'hex') as salt
    from unnest(${sql.param(subjects.map(({ kind }) => kind))}::text[],
                ${sql.param(subjects.map(({ id }) => id))}::uuid[]) as t (kind, id)
    join log_salts s on s.subject_kind = t.kind and s.subject_id = t.id`);
  return new Map(rows.map(({ key, salt }) => [key, Buffer.from(salt, "hex")]));
}

function saltsIn(known: Map<string, Buffer>): Salts {
  const find = (subject: SaltSubject) => known.get(keyOf(subject));
  return {
    find,
    of(subject) {
      const salt = find(subject);
      if (!salt) throw new Error(`no salt for ${keyOf(subject)}`);
      return salt;
    },
  };
}
