import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { listWarehouses } from "../places/list-warehouses.server.ts";
import { listPledges } from "../pledges/list.server.ts";
import { openPledgeStates } from "../pledges/state.ts";
import { withinReach } from "../within-reach.server.ts";

const MOST_SUGGESTIONS = 500;

/** What the form of a gift of money offers. */
export async function moneyGiftChoices(actor: MemberActor) {
  const [donors, purposes, pledges, organizations] = await Promise.all([
    donorSuggestions(actor),
    purposeSuggestions(actor),
    listPledges(actor, { kind: "money", states: openPledgeStates }),
    organizationChoices(actor),
  ]);
  return { donors, purposes, pledges: pledges.rows, organizations };
}

/** What the form of a gift of goods offers. */
export async function goodsGiftChoices(actor: MemberActor) {
  const [donors, purposes, items, pledges, warehouses] = await Promise.all([
    donorSuggestions(actor),
    purposeSuggestions(actor),
    itemSuggestions(actor),
    listPledges(actor, { kind: "goods", states: openPledgeStates }),
    listWarehouses(actor),
  ]);
  return { donors, purposes, items, pledges: pledges.rows, warehouses };
}

/** What the form of a promise offers. */
export async function pledgeChoices(actor: MemberActor) {
  const [donors, purposes, items, organizations] = await Promise.all([
    donorSuggestions(actor),
    purposeSuggestions(actor),
    itemSuggestions(actor),
    organizationChoices(actor),
  ]);
  return { donors, purposes, items, organizations };
}

/** Organizations whose books the actor may write in: their own first. */
export async function organizationChoices(actor: MemberActor) {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select id, name from organizations where ${withinReach(actor, sql`id`)}
    order by id = ${actor.organizationId} desc, name collate "zh-x-icu"`);
  return [...rows];
}

/** Names to suggest while a donor is typed: those who gave last come first. */
export async function donorSuggestions(actor: MemberActor) {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select d.id, d.name from donors d
    where ${withinReach(actor, sql`d.organization_id`)} and d.kind <> 'anonymous'
    order by (select max(g.received_on) from gifts g where g.donor_id = d.id) desc nulls last, d.created_at desc
    limit ${MOST_SUGGESTIONS}`);
  return [...rows];
}

/** Purposes to suggest: what donors asked for before, then every township and kind of site. */
export async function purposeSuggestions(actor: MemberActor): Promise<string[]> {
  const rows = await db.execute<{ text: string }>(sql`
    select text from (
      select r.text, 1 as rank, r.created_at::text as within from restrictions r
      where ${withinReach(actor, sql`r.organization_id`)}
      union all select name, 2, code from townships
      union all select * from (values ('方舱医院', 3, '1'), ('医院', 3, '2'), ('居委会', 3, '3'), ('小区', 3, '4')) as kind (text, rank, within)
    ) known
    group by text order by min(rank), min(within) limit ${MOST_SUGGESTIONS}`);
  return rows.map(({ text }) => text);
}

export interface ItemSuggestion {
  id: string;
  name: string;
  unit: string;
  specification: string | null;
  packName: string | null;
  packSize: string | null;
}

/** The catalogue, for typing an item: its unit and usual pack come with it. */
export async function itemSuggestions(actor: MemberActor): Promise<ItemSuggestion[]> {
  const rows = await db.execute<ItemSuggestion & Record<string, unknown>>(sql`
    select i.id, i.name, i.base_unit as unit, i.specification, i.pack_name as "packName", i.pack_size::text as "packSize"
    from items i where ${withinReach(actor, sql`i.organization_id`)} and i.merged_into is null
    order by i.name collate "zh-x-icu" limit ${MOST_SUGGESTIONS}`);
  return [...rows];
}
