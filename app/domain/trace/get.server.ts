import { sql } from "drizzle-orm";
import { db } from "#db";
import type { GiftKind } from "#db/vocabulary";
import { todayInShanghai } from "../dates.ts";
import { findLeaf } from "../log/get-proof.server.ts";
import { listPublicPhotosOfGifts } from "../photos/list-public.server.ts";
import { goodsAgainst, pledgeProgress } from "../pledges/progress.server.ts";
import { questionsOf } from "../questions/of-gifts.server.ts";
import { standing } from "../reports/flows.server.ts";
import { casesOfGifts } from "./cases.server.ts";
import { dropsOfGifts } from "./drops.server.ts";
import { firstMoments, lotsOfGifts, neverAt } from "./lots.server.ts";
import { poolOf } from "./pool.server.ts";
import type { Trace, TracedGift, TracedPromise } from "./trace.ts";

/**
 * Everything a gift's donor reads, from the promise to the door, out of the journal and what is public of it. `subject`
 * is what `findTrace` found; for a promise it is every gift that came of it.
 */
export async function getTrace(
  subject: { code: string; is: "gift" | "pledge"; id: string },
  asOf: Date,
): Promise<Trace> {
  const gifts = await headsOf(subject);
  const ids = gifts.map(({ id }) => id);
  const pledgeId = subject.is === "pledge" ? subject.id : (gifts[0]?.pledgeId ?? null);
  const [heads, promise, questions, lots, drops, cases, moments, photos] = await Promise.all([
    headOf(subject),
    pledgeId === null ? null : promiseOf(pledgeId, todayInShanghai(asOf)),
    questionsOf(ids),
    lotsOfGifts(ids),
    dropsOfGifts(ids),
    casesOfGifts(ids),
    firstMoments(ids),
    listPublicPhotosOfGifts(ids),
  ]);
  const traced = gifts.map(async ({ entryId, pledgeId: _pledge, ...gift }): Promise<TracedGift> => {
    const goods = gift.kind === "goods" && !gift.takenBack;
    const [logIndex, money] = await Promise.all([
      findLeaf(entryId),
      gift.kind === "money" ? poolOf(gift.id) : null,
    ]);
    return {
      ...gift,
      logIndex: logIndex ?? null,
      money,
      lots: goods ? (lots.get(gift.id) ?? []) : [],
      drops: goods ? (drops.get(gift.id) ?? []) : [],
      cases: goods ? (cases.get(gift.id) ?? []) : [],
      firstAt: moments.get(gift.id) ?? neverAt(),
      photos: photos.get(gift.id) ?? [],
    };
  });
  return { code: subject.code, asOf, ...heads, promise, gifts: await Promise.all(traced), questions };
}

interface Subject {
  is: "gift" | "pledge";
  id: string;
}

async function headOf({ is, id }: Subject) {
  const of = is === "gift" ? sql`public_gifts` : sql`public_pledges`;
  const [row] = await db.execute<{ organization: string; hotline: string | null; donor: string | null }>(sql`
    select o.name as organization, o.hotline, d.name as donor
    from ${of} s join organizations o on o.id = s.organization_id join public_donors d on d.id = s.donor_id
    where s.id = ${id}::uuid`);
  return row!;
}

const headsOf = ({ is, id }: Subject) =>
  db.execute<{
    id: string;
    number: string;
    kind: GiftKind;
    pledgeId: string | null;
    entryId: string;
    receivedOn: string;
    warehouse: string | null;
    restriction: string | null;
    takenBack: boolean;
  }>(sql`
    select g.id, g.number, g.kind, g.pledge_id as "pledgeId", g.entry_id as "entryId",
           g.received_on::text as "receivedOn", w.name as warehouse, not ${standing} as "takenBack",
           coalesce(r.text, (select string_agg(distinct lot_r.text, '、') from source_lots l
                             join restrictions lot_r on lot_r.id = l.restriction_id where l.gift_id = g.id)) as restriction
    from public_gifts g
    join gifts own on own.id = g.id
    left join warehouses w on w.id = own.warehouse_id
    left join funds f on f.id = g.fund_id
    left join restrictions r on r.id = f.restriction_id
    where ${is === "gift" ? sql`g.id = ${id}::uuid` : sql`g.pledge_id = ${id}::uuid and ${standing}`}
    order by g.received_on, g.number`);

async function promiseOf(id: string, today: string): Promise<TracedPromise | null> {
  const [row] = await db.execute<
    Omit<TracedPromise, "amountFen" | "receivedFen" | "lines"> & {
      amountFen: string | null;
      receivedFen: string;
      lines: [string, string, string | null, string | null, string, string][] | null;
    }
  >(sql`
    select p.number, p.kind, p.pledged_on::text as "pledgedOn", p.due_on::text as "dueOn", p.state,
           r.text as restriction, p.amount_fen::text as "amountFen", p.received_fen::text as "receivedFen",
           (select json_agg(json_build_array(i.name, i.base_unit, i.pack_name, i.pack_size::text, l.quantity::text,
                                             coalesce(got.quantity, 0)::text) order by l.n)
            from pledge_lines l join items i on i.id = l.item_id
            left join (${goodsAgainst(sql`${id}`)}) got on got.item_id = l.item_id
            where l.pledge_id = p.id) as lines
    from (${pledgeProgress(today, sql`p.id = ${id}::uuid`)}) p
    left join restrictions r on r.id = p.restriction_id`);
  if (!row) return null;
  return {
    ...row,
    amountFen: row.amountFen === null ? null : BigInt(row.amountFen),
    receivedFen: BigInt(row.receivedFen),
    lines: (row.lines ?? []).map(([item, unit, packName, packSize, promised, received]) => ({
      item,
      unit,
      pack: packName !== null && packSize !== null ? { name: packName, size: BigInt(packSize) } : undefined,
      promised: BigInt(promised),
      received: BigInt(received),
    })),
  };
}
