import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";

export interface FundRow {
  id: string;
  organizationId: string;
  organization: string;
  /** Null: free to use. */
  restriction: string | null;
  receivedFen: bigint;
  spentFen: bigint;
  /** What the books hold: the kept balance. */
  leftFen: bigint;
  lastMovedOn: string | null;
}

/**
 * Every fund within reach: what came from donors and what was paid out, both less what was reversed, and what is left.
 * The free fund comes first, then by what is left.
 */
export async function listFunds(actor: MemberActor): Promise<FundRow[]> {
  const rows = await db.execute<Listed>(sql`
    select f.id, f.organization_id as "organizationId", o.name as organization, r.text as restriction,
           moved.received as "receivedFen", moved.spent as "spentFen", coalesce(b.amount, 0) as "leftFen",
           moved.last_on::text as "lastMovedOn"
    from funds f
    join organizations o on o.id = f.organization_id
    left join restrictions r on r.id = f.restriction_id
    left join balances b on b.account_id = f.account_id and b.asset_id = 1
    cross join lateral (
      select coalesce(sum(leg.amount) filter (where other.kind = 'donor'), 0) as received,
             coalesce(-sum(leg.amount) filter (where other.kind <> 'donor'), 0) as spent,
             max(e.occurred_on) as last_on
      from (
        select entry_id, from_account as other, amount from postings where to_account = f.account_id
        union all
        select entry_id, to_account, -amount from postings where from_account = f.account_id
      ) leg
      join accounts other on other.id = leg.other
      join entries e on e.id = leg.entry_id
    ) moved
    where ${withinReach(actor, sql`f.organization_id`)}
    order by f.restriction_id is not null, coalesce(b.amount, 0) desc, r.text collate "zh-x-icu"`);
  return rows.map((row) => ({
    ...row,
    receivedFen: BigInt(row.receivedFen),
    spentFen: BigInt(row.spentFen),
    leftFen: BigInt(row.leftFen),
  }));
}

type Listed = Omit<FundRow, "receivedFen" | "spentFen" | "leftFen"> & {
  receivedFen: string;
  spentFen: string;
  leftFen: string;
};
