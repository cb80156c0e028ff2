import { and, eq, inArray, sql } from "drizzle-orm";
import { itemPacks, items, type Reader, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { writePinyin } from "./fill-pinyin.server.ts";
import { mergePacks, type SizedPack } from "./packs.ts";
import { repointItem } from "./repoint.server.ts";
import type { MergeItems } from "./schema.ts";
import { writePacks } from "./write-details.server.ts";

/**
 * Two entries of the catalogue become one: everything that named `fromId` names `intoId` from now on, and the old name
 * is another name of it. Nothing changes hands, so no quantity changes. Only items of one organization that are counted
 * in the same unit (`merge_units_differ`), of which neither is packed into the other and not both are kits
 * (`kit_recipe_clash`).
 */
export async function mergeItems(actor: MemberActor, requestId: string, input: MergeItems) {
  return perform({ actor, action: "item.merge", requestId, input }, async (tx) => {
    const pair = await findPair(tx, actor, input, true);
    await refuseKitClash(tx, pair);
    const { from, into } = pair;
    const packs = mergePacks(await packsOf(tx, into.id), await packsOf(tx, from.id));
    const moved = await repointItem(tx, from, into);
    await writePacks(tx, from.id, []);
    await writePacks(tx, into.id, packs);
    await takeOver(tx, from.id, into.id);
    await writePinyin(tx, [into.id]);
    return {
      result: { id: into.id },
      organizationId: into.organizationId,
      subjectId: into.id,
      detail: { fromId: from.id, from: from.name, into: into.name, ...moved },
    };
  });
}

export type MergingItem = typeof items.$inferSelect;

export interface Pair {
  from: MergingItem;
  into: MergingItem;
}

/**
 * The two items, locked for a merge when `lock` is set, so that nothing new is booked on the one that goes. What cannot
 * become one is refused.
 */
export async function findPair(
  reader: Reader,
  actor: MemberActor,
  { fromId, intoId }: MergeItems,
  lock = false,
): Promise<Pair> {
  const wanted = reader
    .select()
    .from(items)
    .where(and(inArray(items.id, [fromId, intoId]), inArray(items.organizationId, [...actor.reach])))
    .orderBy(items.id);
  const found = await (lock ? wanted.for("update") : wanted);
  const from = found.find(({ id }) => id === fromId) ?? notFound("item");
  const into = found.find(({ id }) => id === intoId) ?? notFound("item");
  if (from.organizationId !== into.organizationId) notFound("item");
  if (from.mergedInto !== null || into.mergedInto !== null) refuse("stale", { what: "item" });
  if (from.baseUnit !== into.baseUnit) {
    refuse("merge_units_differ", {
      item: from.name,
      unit: from.baseUnit,
      into: into.name,
      intoUnit: into.baseUnit,
    });
  }
  return { from, into };
}

/** A kit cannot be a part of itself, and of two recipes nobody but a person can say which holds. */
export async function refuseKitClash(reader: Reader, { from, into }: Pair): Promise<void> {
  const [clash] = await reader.execute<{ part: boolean }>(sql`
    select part from (
      select bool_or(component_id in (${from.id}, ${into.id})) as part, count(distinct item_id) as kits
      from kit_recipes where item_id in (${from.id}, ${into.id})
    ) recipes where part or kits = 2`);
  if (clash)
    refuse("kit_recipe_clash", {
      item: from.name,
      into: into.name,
      why: clash.part ? "own_part" : "two_recipes",
    });
}

async function packsOf(tx: Tx, itemId: string): Promise<SizedPack[]> {
  const rows = await tx.select().from(itemPacks).where(eq(itemPacks.itemId, itemId)).orderBy(itemPacks.n);
  const places = new Map(rows.map(({ n }, index) => [n, index + 1]));
  return rows.map(({ name, count, of, size }) => ({
    name,
    count,
    size,
    of: of === null ? null : (places.get(of) ?? null),
  }));
}

/** The kept item learns what only the other one knew; the other one points to it, and so does what went into that one. */
async function takeOver(tx: Tx, fromId: string, intoId: string): Promise<void> {
  await tx.execute(sql`
    update items kept set
      specification = coalesce(kept.specification, gone.specification),
      gb_code = coalesce(kept.gb_code, gone.gb_code),
      storage = coalesce(kept.storage, gone.storage),
      min_remaining_days = coalesce(kept.min_remaining_days, gone.min_remaining_days)
    from items gone where kept.id = ${intoId} and gone.id = ${fromId}`);
  await tx.execute(sql`
    update items set merged_into = ${intoId} where id = ${fromId} or merged_into = ${fromId}`);
}
