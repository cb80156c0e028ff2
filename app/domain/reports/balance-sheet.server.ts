import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { ItemCategory } from "#db/vocabulary";
import { refuse } from "../errors.ts";
import { addFlows, type BalanceRow, type BalanceSheet, type Flow, imbalanceOf } from "./balance-sheet.ts";
import type { Cut, ReportFilter } from "./filter.ts";
import {
  fundChange,
  goodsConverted,
  goodsHandedOut,
  goodsLost,
  goodsReceived,
  inLog,
  inStock,
  moneyReceived,
  moneySpent,
  ofBooks,
  stockChange,
} from "./flows.server.ts";

/**
 * 收支结存汇总表 of a period, for money and for each item, free and restricted apart. Opening comes from the journal before
 * the period, closing from the kept balances less what came after it; so a sheet that adds up has been checked against
 * both. Refuses with `does_not_balance`. Anybody may read it.
 */
export async function balanceSheet({
  from,
  to,
  ...cut
}: Pick<ReportFilter, "from" | "to"> & Cut): Promise<BalanceSheet> {
  const logged = inLog(cut);
  const period = {
    before: sql`${logged} and m.occurred_on < ${from}::date`,
    within: sql`${logged} and ${during(from, to)}`,
    // What the cut leaves out came later too, as far as it is concerned.
    after: sql`(m.occurred_on > ${to}::date or not ${logged})`,
    legs: ofBooks(cut, sql`m.organization_id`),
    funds: ofBooks(cut, sql`f.organization_id`),
    accounts: ofBooks(cut, sql`a.organization_id`),
  };
  const [money, goods] = await db.transaction(
    async (tx) => [await tx.execute<Row>(moneySql(period)), await tx.execute<Row>(goodsSql(period))],
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  const sheet = { money: money.map(toRow), goods: goods.map(toRow) };
  const off = imbalanceOf([...sheet.money, ...sheet.goods]);
  if (off !== null) refuse("does_not_balance", { differenceFen: `${off}` });
  return {
    ...sheet,
    moneyTotal: addFlows(sheet.money.map(({ value }) => value)),
    goodsTotal: addFlows(sheet.goods.map(({ value }) => value)),
  };
}

interface Period {
  before: SQL;
  within: SQL;
  after: SQL;
  /** Whose legs `m`, funds `f` and accounts `a` count. */
  legs: SQL;
  funds: SQL;
  accounts: SQL;
}

const during = (from: string | null, to: string | null): SQL => sql`
  (${from}::date is null or m.occurred_on >= ${from}::date) and (${to}::date is null or m.occurred_on <= ${to}::date)`;

const over = (what: SQL, when: SQL): SQL => sql`coalesce(sum(${what}) filter (where ${when}), 0)`;

const moneySql = ({ before, within, after, legs, funds }: Period): SQL => sql`
  with flow as (
    select f.restriction_id is not null as restricted,
           ${over(sql`m.amount * ${fundChange}`, before)} as opening, ${over(sql`m.amount * ${moneyReceived}`, within)} as received,
           ${over(sql`m.amount * ${moneySpent}`, within)} as out, ${over(sql`m.amount * ${fundChange}`, after)} as later
    from movements m
    join funds f on f.account_id = case when m.to_kind = 'fund' then m.to_account else m.from_account end
    where m.asset_id = 1 and ${legs} group by 1
  ), held as (
    select f.restriction_id is not null as restricted, sum(b.amount) as amount
    from funds f join balances b on b.account_id = f.account_id and b.asset_id = 1 where ${funds} group by 1
  )
  select null as name, null as unit, null as category, restricted, null as quantity,
         array[coalesce(opening, 0), coalesce(received, 0), 0, coalesce(out, 0), 0,
               coalesce(held.amount, 0) - coalesce(later, 0)]::text[] as value
  from flow full join held using (restricted) order by restricted`;

const goodsSql = ({ before, within, after, legs, accounts }: Period): SQL => sql`
  with flow as (
    select l.item_id, l.restriction_id is not null as restricted,
           ${over(sql`m.amount * ${stockChange}`, before)} as opening, ${over(sql`m.amount * ${goodsReceived}`, within)} as received,
           ${over(sql`m.amount * ${goodsConverted}`, within)} as converted,
           ${over(sql`m.amount * ${goodsHandedOut}`, within)} as out, ${over(sql`m.amount * ${goodsLost}`, within)} as lost,
           ${over(sql`m.amount * ${stockChange}`, after)} as later,
           ${over(sql`m.value_fen * ${stockChange}`, before)} as opening_fen, ${over(sql`m.value_fen * ${goodsReceived}`, within)} as received_fen,
           ${over(sql`m.value_fen * ${goodsConverted}`, within)} as converted_fen,
           ${over(sql`m.value_fen * ${goodsHandedOut}`, within)} as out_fen, ${over(sql`m.value_fen * ${goodsLost}`, within)} as lost_fen,
           ${over(sql`m.value_fen * ${stockChange}`, after)} as later_fen
    from movements m join source_lots l on l.asset_id = m.asset_id where ${legs} group by 1, 2
  ), held as (
    select l.item_id, l.restriction_id is not null as restricted, sum(b.amount) as amount, sum(b.value_fen) as value_fen
    from balances b join accounts a on a.id = b.account_id and ${inStock} and ${accounts} join source_lots l on l.asset_id = b.asset_id
    group by 1, 2
  ), row as (
    select i.name, i.base_unit as unit, min(i.category) as category, restricted,
           array[sum(coalesce(opening, 0)), sum(coalesce(received, 0)), sum(coalesce(converted, 0)),
                 sum(coalesce(out, 0)), sum(coalesce(lost, 0)), sum(coalesce(held.amount, 0) - coalesce(later, 0))] as quantity,
           array[sum(coalesce(opening_fen, 0)), sum(coalesce(received_fen, 0)), sum(coalesce(converted_fen, 0)),
                 sum(coalesce(out_fen, 0)), sum(coalesce(lost_fen, 0)), sum(coalesce(held.value_fen, 0) - coalesce(later_fen, 0))] as value
    from flow full join held using (item_id, restricted) join items i on i.id = item_id group by 1, 2, 4
  )
  select name, unit, category, restricted, quantity::text[] as quantity, value::text[] as value from row
  where exists (select from unnest(quantity || value) as figure where figure <> 0)
  order by category, name collate "zh-x-icu", unit, restricted`;

type Row = {
  name: string | null;
  unit: string | null;
  category: ItemCategory | null;
  restricted: boolean;
  quantity: string[] | null;
  value: string[];
};

function toRow({ name, unit, category, restricted, quantity, value }: Row): BalanceRow {
  const item = name !== null && unit !== null && category !== null ? { name, unit, category } : null;
  return { item, restricted, quantity: quantity && toFlow(quantity), value: toFlow(value) };
}

function toFlow(figures: readonly string[]): Flow {
  const [opening = 0n, received = 0n, converted = 0n, out = 0n, lost = 0n, closing = 0n] =
    figures.map(BigInt);
  return { opening, received, converted, out, lost, closing };
}
