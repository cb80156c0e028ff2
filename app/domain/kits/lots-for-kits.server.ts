import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { ValueBasis } from "#db/vocabulary";
import type { Warehouse } from "../places/find-warehouse.server.ts";
import { candidatesFor } from "../stock/candidates.server.ts";
import { type Candidate, pickFirstExpired } from "../stock/pick.ts";
import type { PickedComponent } from "./compose.ts";

/** A component of a kit: base units of an item in each. */
export interface RecipeLine {
  itemId: string;
  item: string;
  unit: string;
  perKit: bigint;
}

/** A lot that may go into kits. */
export interface LotInKit extends Candidate {
  restrictionId: string | null;
  valueBasis: ValueBasis;
}

/** A component of which there is too little, base units as text. */
export type ShortComponent = { item: string; unit: string; wanted: string; available: string };

/** The lots for these components by item: free ones, and those under `restrictionId`. `lock` as in `candidatesFor`. */
export async function lotsForKits(
  reader: Reader,
  warehouse: Warehouse,
  recipe: readonly RecipeLine[],
  restrictionId: string | null,
  options: { lock: boolean },
): Promise<Map<string, LotInKit[]>> {
  const itemIds = recipe.map(({ itemId }) => itemId);
  const candidates = await candidatesFor(reader, warehouse, itemIds, options);
  const assets = [...candidates.values()].flat().map(({ asset }) => `${asset}`);
  const rows = await reader.execute<{
    asset: string;
    restrictionId: string | null;
    valueBasis: ValueBasis;
  }>(sql`
    select asset_id as asset, restriction_id as "restrictionId", value_basis as "valueBasis"
    from source_lots where asset_id = any(${sql.param(assets)}::bigint[])`);
  const facts = new Map(rows.map((row) => [row.asset, row]));
  const usable = ({ restrictionId: own }: LotInKit) => own === null || own === restrictionId;
  return new Map(
    [...candidates].map(([itemId, lots]) => [
      itemId,
      lots.map((lot) => ({ ...lot, ...factsOf(facts.get(`${lot.asset}`)) })).filter(usable),
    ]),
  );
}

function factsOf(row: { restrictionId: string | null; valueBasis: ValueBasis } | undefined) {
  if (!row) throw new Error("a balance of no lot");
  return { restrictionId: row.restrictionId, valueBasis: row.valueBasis };
}

/** Picks every component for so many kits, restricted lots first; or says which fall short, and by how much. */
export function pickForKits(
  recipe: readonly RecipeLine[],
  lots: ReadonlyMap<string, LotInKit[]>,
  kits: bigint,
  day: string,
): { picked: PickedComponent[]; short: ShortComponent[] } {
  const picked: PickedComponent[] = [];
  const short: ShortComponent[] = [];
  for (const { itemId, item, unit, perKit } of recipe) {
    const wanted = perKit * kits;
    const picking = pickFirstExpired(lots.get(itemId) ?? [], wanted, day, freeLast);
    if (picking.short > 0n) {
      short.push({ item, unit, wanted: `${wanted}`, available: `${wanted - picking.short}` });
    }
    picked.push({ perKit, picks: picking.picks });
  }
  return { picked, short };
}

const freeLast = ({ restrictionId }: LotInKit): number => (restrictionId === null ? 1 : 0);
