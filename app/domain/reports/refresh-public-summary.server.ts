import { sql } from "drizzle-orm";
import { db, type Reader, type Tx } from "#db";
import type { PublicSummary } from "./public-summary.ts";
import { summarizeNeeds } from "./summarize-needs.server.ts";
import { summarizeDestinations, summarizeSources, summarizeTimeline } from "./summarize-flow.server.ts";
import {
  summarizeDonors,
  summarizeLatest,
  summarizeReach,
  summarizeTownships,
  summarizeUnvalued,
} from "./summarize-reach.server.ts";
import {
  summarizeGoods,
  summarizeItems,
  summarizeMoney,
  summarizePledges,
} from "./summarize-totals.server.ts";

const HOME = "home";

/**
 * Sums the journal anew into the stored summary `home`, all of it as of one moment. One process at a time: answers
 * false, and leaves it to the other, when another is at it.
 */
export async function refreshPublicSummary(): Promise<boolean> {
  return db.transaction(
    async (tx) => {
      const [lock] = await tx.execute<{ mine: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtextextended('public_summaries/home', 0)) as mine`,
      );
      if (!lock?.mine) return false;
      const [{ seq } = { seq: "0" }] = await tx.execute<{ seq: string }>(
        sql`select coalesce(max(seq), 0) as seq from entries`,
      );
      const body = await summarize(tx);
      await tx.execute(sql`
        insert into public_summaries (key, as_of_seq, computed_at, body)
        values (${HOME}, ${seq}::bigint, ${body.computedAt}::timestamptz, ${toJson(body)}::jsonb)
        on conflict (key) do update
        set as_of_seq = excluded.as_of_seq, computed_at = excluded.computed_at, body = excluded.body`);
      return true;
    },
    { isolationLevel: "repeatable read" },
  );
}

async function summarize(tx: Tx): Promise<PublicSummary> {
  const items = await summarizeItems(tx);
  return {
    ...(await summarizeBooks(tx)),
    money: await summarizeMoney(tx),
    goods: await summarizeGoods(tx, items),
    pledged: await summarizePledges(tx),
    reached: await summarizeReach(tx),
    items,
    unvalued: await summarizeUnvalued(tx),
    ...(await summarizeDonors(tx)),
    townships: await summarizeTownships(tx),
    needs: await summarizeNeeds(tx, items),
    latest: await summarizeLatest(tx),
    sources: await summarizeSources(tx),
    destinations: await summarizeDestinations(tx, items),
    timeline: await summarizeTimeline(tx),
  };
}

type Books = Pick<
  PublicSummary,
  "computedAt" | "entries" | "firstOn" | "lastOn" | "responses" | "publishers"
>;

/** Whose books these are, and over which days. Organizations whose books somebody else keeps are not named here. */
async function summarizeBooks(tx: Tx): Promise<Books> {
  const [span] = await tx.execute<Pick<Books, "entries" | "firstOn" | "lastOn">>(sql`
    select count(*)::int as entries, min(occurred_on)::text as "firstOn", max(occurred_on)::text as "lastOn" from entries`);
  const responses = await tx.execute<Books["responses"][number]>(sql`
    select name, name_en as "nameEn" from responses
    where id in (select response_id from entries) order by starts_on desc, name`);
  const publishers = await tx.execute<Books["publishers"][number]>(sql`
    select name, uscc, hotline from organizations
    where id in (select coalesce(o.books_kept_by, o.id) from organizations o
                 where o.id in (select organization_id from entries))
    order by created_at, name`);
  return {
    computedAt: new Date().toISOString(),
    entries: span?.entries ?? 0,
    firstOn: span?.firstOn ?? null,
    lastOn: span?.lastOn ?? null,
    responses: [...responses],
    publishers: [...publishers],
  };
}

const toJson = (body: PublicSummary): string =>
  JSON.stringify(body, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value));

/**
 * Changes whenever something was committed that the summary could show: an entry, or any verb's audit row (a pledge, a
 * donor's consent). Counting the recent ones too catches what was numbered earlier and committed later.
 */
export async function stateOfBooks(reader: Reader): Promise<string> {
  const [row] = await reader.execute<{ state: string }>(sql`
    select concat_ws('/', e.last, (select count(*) from entries where seq > e.last - 10000),
                          a.last, (select count(*) from audit where id > a.last - 10000)) as state
    from (select coalesce(max(seq), 0) as last from entries) e, (select coalesce(max(id), 0) as last from audit) a`);
  return row?.state ?? "";
}
