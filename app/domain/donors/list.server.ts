import { sql } from "drizzle-orm";
import { db } from "#db";
import type { DonorKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { isReversed } from "../ledger/is-reversed.server.ts";
import { offsetOf, PAGE_SIZE, type Page } from "../paging.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";

export interface DonorRow {
  id: string;
  name: string;
  kind: DonorKind;
  /** Consent to be named in public. */
  publishName: boolean;
  /** Gifts that stand, with their money and the value of their goods in fen. */
  gifts: number;
  moneyFen: bigint;
  goodsFen: bigint;
  lastGiftOn: string | null;
}

/** Donors within reach by name in pinyin order, with what they gave; reversed gifts do not count. */
export async function listDonors(
  actor: MemberActor,
  filter: { q?: string; kind?: DonorKind; page?: number } = {},
): Promise<Page<DonorRow>> {
  const page = filter.page ?? 1;
  const rows = await db.execute<Listed>(sql`
    select d.id, d.name, d.kind, d.publish_name as "publishName", given.gifts, given.money as "moneyFen",
           given.goods as "goodsFen", given.last_on::text as "lastGiftOn", d.total
    from (
      select d.*, count(*) over ()::int as total from donors d
      where ${allOf(
        withinReach(actor, sql`d.organization_id`),
        filter.q ? contains(sql`d.name`, filter.q) : undefined,
        filter.kind && sql`d.kind = ${filter.kind}`,
      )}
      order by d.name collate "zh-x-icu", d.id limit ${PAGE_SIZE} offset ${offsetOf(page)}
    ) d
    cross join lateral (
      select count(*)::int as gifts, coalesce(sum(g.amount_fen), 0) as money, coalesce(sum(lots.value_fen), 0) as goods,
             max(g.received_on) as last_on
      from gifts g
      cross join lateral (select sum(l.value_fen) as value_fen from source_lots l where l.gift_id = g.id) lots
      where g.donor_id = d.id and not ${isReversed(sql`g.entry_id`)}
    ) given
    order by d.name collate "zh-x-icu", d.id`);
  return {
    rows: rows.map(({ total: _total, ...row }) => ({
      ...row,
      moneyFen: BigInt(row.moneyFen),
      goodsFen: BigInt(row.goodsFen),
    })),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}

type Listed = Omit<DonorRow, "moneyFen" | "goodsFen"> & { moneyFen: string; goodsFen: string; total: number };
