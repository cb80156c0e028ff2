import { type SQL, sql } from "drizzle-orm";

/** SQL: what `normalName` makes of a text. */
export const normalNameOf = (name: SQL): SQL =>
  sql`lower(regexp_replace(normalize(${name}, nfkc), '\\s+', '', 'g'))`;
