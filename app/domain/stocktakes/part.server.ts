import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import { askerOf, type MemberActor } from "../actor.ts";
import { may } from "../permissions.ts";
import type { Stocktake } from "./find.server.ts";

/**
 * Whether somebody counted a place of a stocktake, also one that others counted again since. A program has no name of
 * its own: what one counted, all of them did.
 */
export async function hasCounted(reader: Reader, actor: MemberActor, stocktakeId: string): Promise<boolean> {
  const [counted] = await reader.execute(sql`
    select from audit
    where subject_id = ${stocktakeId} and action = 'stocktake.count'
      and ${actor.kind === "user" ? sql`asker = ${askerOf(actor)}` : sql`asker not like 'user:%'`}
    limit 1`);
  return counted !== undefined;
}

/** What somebody is in a stocktake. */
export interface Part {
  counter: boolean;
  /** May see what the books say, and where it differs from what was counted. */
  seesDifferences: boolean;
}

/**
 * An open blind count shows what the books say only to those who may approve it and counted none of it: whoever knows
 * the number counts the number.
 */
export async function partIn(reader: Reader, actor: MemberActor, stocktake: Stocktake): Promise<Part> {
  const counter = await hasCounted(reader, actor, stocktake.id);
  const hidden = stocktake.blind && stocktake.status !== "approved";
  return { counter, seesDifferences: !hidden || (may(actor, "stocktake.approve") && !counter) };
}
