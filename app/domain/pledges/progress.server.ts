import { type SQL, sql } from "drizzle-orm";
import { isReversed } from "../ledger/is-reversed.server.ts";

/**
 * SQL: the pledges under a condition on `p`, each with `received_fen`, `gifts` (those in force), `state` (see
 * `pledgeStates`) and `days_overdue` on a civil date. A promise of goods has arrived when every item has.
 */
export const pledgeProgress = (today: string, where: SQL): SQL => sql`
  select p.*, came.received_fen, came.gifts,
         case when p.withdrawn_at is not null then 'withdrawn'
              when came.arrived then 'arrived'
              when p.due_on < ${today}::date then 'overdue'
              when came.gifts > 0 then 'partial'
              else 'open' end as state,
         greatest(${today}::date - p.due_on, 0) as days_overdue
  from pledges p
  cross join lateral (
    select money.received_fen, money.gifts,
           case p.kind when 'money' then money.received_fen >= p.amount_fen else goods.missing = 0 end as arrived
    from (
      select coalesce(sum(g.amount_fen), 0)::bigint as received_fen, count(*)::int as gifts
      from gifts g where g.pledge_id = p.id and not ${isReversed(sql`g.entry_id`)}
    ) money,
    lateral (
      select count(*) filter (where coalesce(got.quantity, 0) < promised.quantity) as missing
      from (select item_id, sum(quantity) as quantity from pledge_lines where pledge_id = p.id group by 1) promised
      left join (${goodsAgainst(sql`p.id`)}) got using (item_id)
    ) goods
  ) came
  where ${where}`;

/** SQL: what came in goods against a pledge, by item. */
export const goodsAgainst = (pledgeId: SQL): SQL => sql`
  select l.item_id, sum(l.quantity) as quantity
  from gifts g join source_lots l on l.gift_id = g.id
  where g.pledge_id = ${pledgeId} and not ${isReversed(sql`g.entry_id`)} group by 1`;
