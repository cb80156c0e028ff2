import { sql } from "drizzle-orm";
import { db } from "#db";
import type { ConsignmentStatus } from "#db/vocabulary";
import { refuse } from "../errors.ts";
import { hashOfSecret } from "../people/secret.server.ts";

/** What a donor's link leads to: only what the donor said, or was asked for. */
export interface SharedConsignment {
  number: string;
  status: Exclude<ConsignmentStatus, "cancelled">;
  organization: string;
  hotline: string | null;
  warehouse: string;
  address: string | null;
  donor: string | null;
  expectedOn: string | null;
  expectedBoxes: number | null;
  /** The donor has filled it in before. */
  filledIn: boolean;
  linkExpiresAt: Date;
  lines: SharedLine[];
}

export type SharedLine = {
  n: number;
  item: string;
  unit: string;
  specification: string | null;
  packName: string | null;
  packSize: bigint | null;
  /** Base units. */
  quantity: bigint;
  lotNumber: string | null;
  expiresOn: string | null;
  restrictedTo: string | null;
};

/** A consignment by its donor's link; `link_expired` for a link that is too old, was renewed or never made. */
export async function getByLink(token: string): Promise<SharedConsignment> {
  const [head] = await db.execute<
    Omit<SharedConsignment, "lines" | "linkExpiresAt"> & { id: string; until: string }
  >(sql`
    select c.id, c.number, c.status, o.name as organization, o.hotline, w.name as warehouse, w.address, c.donor,
           c.expected_on::text as "expectedOn", c.expected_boxes as "expectedBoxes",
           c.donor_filled_at is not null as "filledIn", extract(epoch from c.link_expires_at) * 1000 as until
    from consignments c
    join organizations o on o.id = c.organization_id
    join warehouses w on w.id = c.warehouse_id
    where c.link_hash = ${hashOfSecret(token)} and c.link_expires_at > now() and c.status <> 'cancelled'`);
  if (!head) return refuse("link_expired", {});
  const { id, until, ...shown } = head;
  return { ...shown, linkExpiresAt: new Date(Number(until)), lines: await linesOf(id) };
}

async function linesOf(id: string): Promise<SharedLine[]> {
  const rows = await db.execute<
    Omit<SharedLine, "packSize" | "quantity"> & { packSize: string | null; quantity: string }
  >(sql`
    select n, item, unit, specification, pack_name as "packName", pack_size::text as "packSize",
           expected::text as quantity, lot_number as "lotNumber", expires_on::text as "expiresOn",
           restricted_to as "restrictedTo"
    from consignment_lines where consignment_id = ${id} and expected is not null order by n`);
  return rows.map(({ packSize, quantity, ...line }) => ({
    ...line,
    packSize: packSize === null ? null : BigInt(packSize),
    quantity: BigInt(quantity),
  }));
}
