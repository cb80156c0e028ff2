import { sql } from "drizzle-orm";
import type { Reader } from "#db";

/** What a counter must know of a lot to tell it from others. */
export interface LotFacts {
  assetId: string;
  item: string;
  unit: string;
  specification: string | null;
  packName: string | null;
  packSize: bigint | null;
  lotNumber: string | null;
  expiresOn: string | null;
}

/** Lots by asset id, in the order of items and expiry. */
export async function lotFacts(
  reader: Reader,
  assets: readonly (bigint | string)[],
): Promise<Map<string, LotFacts>> {
  const rows = await reader.execute<Omit<LotFacts, "packSize"> & { packSize: string | null }>(sql`
    select l.asset_id::text as "assetId", i.name as item, i.base_unit as unit, l.specification,
           l.pack_name as "packName", l.pack_size::text as "packSize", l.lot_number as "lotNumber",
           l.expires_on::text as "expiresOn"
    from source_lots l join items i on i.id = l.item_id
    where l.asset_id = any(${sql.param(assets.map(String))}::bigint[])
    order by i.name collate "zh-x-icu", l.expires_on nulls last, l.asset_id`);
  return new Map(
    rows.map(({ packSize, ...row }) => [
      row.assetId,
      { ...row, packSize: packSize === null ? null : BigInt(packSize) },
    ]),
  );
}
