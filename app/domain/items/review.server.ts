import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";
import { type Comparable, likelyMatches } from "./likeness.ts";
import { itemIsTyped } from "./search.server.ts";

const AT_ONCE = 20;

/** An item as a reader tells it from another. */
export interface CatalogueItem extends Comparable {
  organizationId: string;
  name: string;
  reviewed: boolean;
}

export interface UnreviewedItem extends CatalogueItem {
  addedAt: Date;
  /** Lots that came under this name, and promises of it. */
  lots: number;
  pledgeLines: number;
  matches: CatalogueItem[];
}

/** How many items an import or a form added that nobody has looked at. */
export async function countUnreviewed(actor: MemberActor): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from items i
    where ${withinReach(actor, sql`i.organization_id`)} and i.reviewed_at is null and i.merged_into is null`);
  return row?.count ?? 0;
}

/** The oldest of the items nobody has looked at, each with what in the catalogue may be the same thing. */
export async function listUnreviewed(actor: MemberActor): Promise<{ rows: UnreviewedItem[]; total: number }> {
  const [waiting, catalogue] = await Promise.all([oldestUnreviewed(actor), listCatalogue(actor)]);
  const known = new Map(catalogue.map((item) => [item.id, item]));
  const rows = waiting.flatMap(({ id, milliseconds, lots, pledgeLines }) => {
    const item = known.get(id);
    if (!item) return [];
    return [
      { ...item, addedAt: new Date(Number(milliseconds)), lots, pledgeLines, matches: like(item, catalogue) },
    ];
  });
  return { rows, total: waiting[0]?.total ?? 0 };
}

/** What an item may be merged into: what was typed, else what is like it. */
export async function listMergeTargets(
  actor: MemberActor,
  itemId: string,
  q: string,
): Promise<CatalogueItem[]> {
  const catalogue = await listCatalogue(actor);
  const item = catalogue.find(({ id }) => id === itemId);
  if (!item) return [];
  if (q.trim() === "") return like(item, catalogue);
  const typed = await listCatalogue(actor, q);
  return typed
    .filter(({ id, unit, organizationId }) => {
      return id !== item.id && unit === item.unit && organizationId === item.organizationId;
    })
    .slice(0, AT_ONCE);
}

const like = (item: CatalogueItem, catalogue: readonly CatalogueItem[]): CatalogueItem[] =>
  likelyMatches(
    item,
    catalogue.filter(({ organizationId }) => organizationId === item.organizationId),
  ).map((match) => match.item);

type Waiting = { id: string; milliseconds: string; lots: number; pledgeLines: number; total: number };

const oldestUnreviewed = (actor: MemberActor) =>
  db.execute<Waiting>(sql`
    select i.id, extract(epoch from i.created_at) * 1000 as milliseconds,
           (select count(*)::int from source_lots l where l.item_id = i.id) as lots,
           (select count(*)::int from pledge_lines p where p.item_id = i.id) as "pledgeLines",
           (count(*) over ())::int as total
    from items i
    where ${withinReach(actor, sql`i.organization_id`)} and i.reviewed_at is null and i.merged_into is null
    order by i.created_at, i.name collate "zh-x-icu" limit ${AT_ONCE}`);

/** Every item within reach with its names, or those that were typed. */
export async function listCatalogue(actor: MemberActor, q?: string): Promise<CatalogueItem[]> {
  const rows = await db.execute<Omit<CatalogueItem, "names"> & { aliases: string[] }>(sql`
    select i.id, i.organization_id as "organizationId", i.name, i.base_unit as unit, i.specification, i.pinyin,
           i.reviewed_at is not null as reviewed,
           array(select a.name from item_aliases a where a.item_id = i.id) as aliases
    from items i
    where ${withinReach(actor, sql`i.organization_id`)} and i.merged_into is null
      ${q === undefined ? sql`` : sql`and ${itemIsTyped(q)}`}
    order by i.name collate "zh-x-icu", i.id`);
  return rows.map(({ aliases, ...item }) => ({ ...item, names: [item.name, ...aliases] }));
}
