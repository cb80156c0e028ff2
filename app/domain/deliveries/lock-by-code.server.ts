import { eq, inArray, sql } from "drizzle-orm";
import { deliveries, revokedCodes, type Tx } from "#db";
import type { DeliveryStatus } from "#db/vocabulary";
import { DomainError } from "../errors.ts";
import type { SentLine } from "./settle.ts";

/** A delivery as the one at its door meets it: whether it may be confirmed, and what was sent. */
export interface Sent extends Head {
  account: bigint;
  siteAccount: bigint;
  lines: DoorSentLine[];
}

/** A line with the words that are signed for. */
export interface DoorSentLine extends SentLine {
  item: string;
  specification: string | null;
  unit: string;
}

type Head = {
  id: string;
  number: string;
  status: DeliveryStatus;
  pin: string;
  pinFailures: number;
  organizationId: string;
  responseId: string;
  organization: string;
  hotline: string | null;
  siteId: string;
  site: string;
  contactPhone: string | null;
  dispatchedBy: string | null;
  /** How often it was signed for, parts included. */
  signings: number;
};

type Pick = [n: number, asset: string, quantity: string, valueFen: string];
type Line = {
  n: number;
  item: string;
  specification: string | null;
  unit: string;
  quantity: string;
  good: string;
  damaged: string;
  picks: Pick[];
};
type Row = Head & { code: string; account: string; siteAccount: string; lines: Line[] };

/**
 * Each delivery by its code, with its lines and picks, locked in one order until commit. It is read by a statement of its
 * own after the lock, so that what somebody else signed for meanwhile is seen.
 */
export async function lockByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, Sent>> {
  const these = anyOf(codes);
  const [, rows] = await Promise.all([
    tx.execute(sql`select from deliveries d where d.code = ${these} order by d.id for update`),
    tx.execute<Row>(sql`
      select d.id, d.code, d.number, d.status, d.pin, d.pin_failures as "pinFailures",
             d.organization_id as "organizationId", d.response_id as "responseId", o.name as organization, o.hotline,
             s.id as "siteId", s.name as site, s.contact_phone as "contactPhone", d.dispatched_by as "dispatchedBy",
             d.account_id::text as account, s.account_id::text as "siteAccount",
             (select count(*)::int from receipts r where r.delivery_id = d.id) as signings, line.lines
      from deliveries d
      join organizations o on o.id = d.organization_id
      join sites s on s.id = d.site_id
      cross join lateral (
        select jsonb_agg(jsonb_build_object(
                 'n', l.n, 'item', i.name, 'specification', i.specification, 'unit', i.base_unit,
                 'quantity', l.quantity::text, 'good', l.partly::text, 'damaged', ${damagedInParts}::text,
                 'picks', (select jsonb_agg(jsonb_build_array(p.n, p.asset_id::text, p.quantity::text, p.value_fen::text)
                                            order by p.n)
                           from delivery_picks p where p.delivery_id = l.delivery_id and p.line_n = l.n))
               order by l.n) as lines
        from delivery_lines l join items i on i.id = l.item_id where l.delivery_id = d.id
      ) line
      where d.code = ${these}`),
  ]);
  return new Map(
    rows.map(({ code, account, siteAccount, lines, ...head }) => [
      code,
      { ...head, account: BigInt(account), siteAccount: BigInt(siteAccount), lines: lines.map(lineOf) },
    ]),
  );
}

/** `(select …)` hides from the planner how many there are, so that it does not plan anew each time. */
const anyOf = (codes: readonly string[]) => sql`any((select ${sql.param([...codes])}::char(9)[])::char(9)[])`;

/** Of a line `l`: damaged by the receipts for parts. Once the delivery is closed the line counts all that is damaged. */
const damagedInParts = sql`
  case when l.good is null then coalesce(l.damaged, 0)
       when l.damaged = 0 then 0
       else (select coalesce(sum(c.damaged), 0) from receipts r join receipt_lines c on c.receipt_id = r.id
             where r.delivery_id = l.delivery_id and r.partial and c.line_n = l.n) end`;

const lineOf = ({ quantity, good, damaged, picks, ...line }: Line): DoorSentLine => ({
  ...line,
  quantity: BigInt(quantity),
  came: { good: BigInt(good), damaged: BigInt(damaged) },
  picks: picks.map(([n, asset, picked, valueFen]) => ({
    n,
    asset: BigInt(asset),
    quantity: BigInt(picked),
    valueFen: BigInt(valueFen),
  })),
});

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

/** Those of the requests that signed before: locked deliveries are read after whoever signed last. */
export async function signedRequests(tx: Tx, requestIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from receipts where id = any((select ${sql.param([...requestIds])}::uuid[])::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}
