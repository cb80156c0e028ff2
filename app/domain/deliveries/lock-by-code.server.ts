import { eq, inArray, sql } from "drizzle-orm";
import { deliveries, revokedCodes, type Tx } from "#db";
import type { DeliveryStatus } from "#db/vocabulary";
import { DomainError } from "../errors.ts";
import type { SentLine } from "./settle.ts";

/** A delivery as the one at its door meets it: whether it may be confirmed, and what was sent. */
export interface Sent {
  id: string;
  number: string;
  status: DeliveryStatus;
  pin: string;
  pinFailures: number;
  organizationId: string;
  responseId: string;
  organization: string;
  hotline: string | null;
  account: bigint;
  siteAccount: bigint;
  dispatchedBy: string | null;
  lines: SentLine[];
}

/**
 * Each delivery by its code, with its lines and picks, locked in one order until commit. `(select …)` hides from the
 * planner how many there are, so that it does not plan anew each time.
 */
export async function lockByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, Sent>> {
  const rows = await tx.execute<{
    id: string;
    code: string;
    number: string;
    status: DeliveryStatus;
    pin: string;
    pin_failures: number;
    organization_id: string;
    response_id: string;
    organization: string;
    hotline: string | null;
    account_id: string;
    site_account_id: string;
    dispatched_by: string | null;
    picks: [number, string, number, string, string, string][];
  }>(sql`
    select d.id, d.code, d.number, d.status, d.pin, d.pin_failures, d.organization_id, d.response_id,
           o.name as organization, o.hotline, d.account_id, s.account_id as site_account_id,
           d.dispatched_by,
           (select jsonb_agg(jsonb_build_array(l.n, l.quantity::text, p.n, p.asset_id::text, p.quantity::text, p.value_fen::text)
                             order by l.n, p.n)
            from delivery_lines l join delivery_picks p on p.delivery_id = l.delivery_id and p.line_n = l.n
            where l.delivery_id = d.id) as picks
    from deliveries d
    join organizations o on o.id = d.organization_id
    join sites s on s.id = d.site_id
    where d.code = any((select ${sql.param([...codes])}::char(9)[])::char(9)[])
    order by d.id for update of d`);
  return new Map(
    rows.map((row) => [
      row.code,
      {
        id: row.id,
        number: row.number,
        status: row.status,
        pin: row.pin,
        pinFailures: row.pin_failures,
        organizationId: row.organization_id,
        responseId: row.response_id,
        organization: row.organization,
        hotline: row.hotline,
        account: BigInt(row.account_id),
        siteAccount: BigInt(row.site_account_id),
        dispatchedBy: row.dispatched_by,
        lines: linesOf(row.picks),
      },
    ]),
  );
}

function linesOf(rows: readonly [number, string, number, string, string, string][]): SentLine[] {
  const lines = new Map<number, SentLine & { picks: SentLine["picks"][number][] }>();
  for (const [n, quantity, pickN, asset, pickQuantity, valueFen] of rows) {
    const line = lines.get(n) ?? { n, quantity: BigInt(quantity), picks: [] };
    line.picks.push({
      n: pickN,
      asset: BigInt(asset),
      quantity: BigInt(pickQuantity),
      valueFen: BigInt(valueFen),
    });
    lines.set(n, line);
  }
  return [...lines.values()];
}

/** Codes of labels that were replaced, each with its refusal. */
export async function replacedCodes(tx: Tx, codes: readonly string[]): Promise<Map<string, DomainError>> {
  if (codes.length === 0) return new Map();
  const found = await tx
    .select({ code: revokedCodes.code, number: deliveries.number })
    .from(revokedCodes)
    .innerJoin(deliveries, eq(deliveries.id, revokedCodes.deliveryId))
    .where(inArray(revokedCodes.code, [...codes]));
  return new Map(found.map(({ code, number }) => [code, new DomainError("code_revoked", { number })]));
}
