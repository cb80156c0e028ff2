import { asc } from "drizzle-orm";
import { db, townships } from "#db";

/** The townships a public table can be filtered by. */
export const listTownships = () =>
  db.select({ code: townships.code, name: townships.name }).from(townships).orderBy(asc(townships.code));
