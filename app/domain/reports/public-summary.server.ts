import { sql } from "drizzle-orm";
import { db } from "#db";
import { PublicSummary } from "./public-summary.ts";
import { refreshPublicSummary } from "./refresh-public-summary.server.ts";

let known: { computedAt: string; summary: PublicSummary } | undefined;

/**
 * What the home shows, as it was last computed: nothing is summed for a visitor. Only when nothing is stored yet, or an
 * earlier release stored something else, it is computed first. Anybody may read it.
 */
export async function publicSummary(): Promise<PublicSummary> {
  return (await stored()) ?? (await computed());
}

/**
 * Another whenever the summary was computed anew or the log was signed further: what the pages that anybody reads are
 * made from. Nothing is summed for the answer.
 */
export async function stateOfPublicSummary(): Promise<string> {
  const [row] = await db.execute<{ state: string }>(sql`
    select concat_ws('/', (select computed_at from public_summaries where key = 'home'),
                          (select max(size) from log_checkpoints)) as state`);
  return row?.state ?? "";
}

async function stored(): Promise<PublicSummary | undefined> {
  const [row] = await db.execute<{ at: string }>(
    sql`select body->>'computedAt' as at from public_summaries where key = 'home'`,
  );
  if (!row) return undefined;
  if (known?.computedAt === row.at) return known.summary;
  const [full] = await db.execute<{ body: unknown }>(
    sql`select body from public_summaries where key = 'home'`,
  );
  const body = typeof full?.body === "string" ? JSON.parse(full.body) : full?.body;
  const reading = PublicSummary.safeParse(body);
  if (!reading.success) return undefined;
  known = { computedAt: reading.data.computedAt, summary: reading.data };
  return reading.data;
}

async function computed(): Promise<PublicSummary> {
  for (let tries = 0; tries < 50; tries += 1) {
    const mine = await refreshPublicSummary();
    const summary = await stored();
    if (summary) return summary;
    if (!mine) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the public summary is being computed by a process that does not finish");
}
