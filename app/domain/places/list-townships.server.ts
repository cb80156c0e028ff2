import { sql } from "drizzle-orm";
import { db } from "#db";
import type { Division } from "./division.ts";

/** The townships (街镇), by code: public reference data, the same for everybody. */
export async function listTownships(): Promise<Division[]> {
  return [...(await db.execute<Division>(sql`select code, name from townships order by code`))];
}

/** The committees (居委会/村委会) of a township by name; none when there is no such township. */
export async function listCommittees(townshipCode: string): Promise<Division[]> {
  const rows = await db.execute<Division>(sql`
    select code, name from committees where township_code = ${townshipCode}
    order by name collate "zh-x-icu", code`);
  return [...rows];
}
