import { sql } from "drizzle-orm";
import { db } from "#db";
import type { PaymentKind } from "#db/vocabulary";
import { standing } from "./flows.server.ts";
import type { FoundHandOver, FoundPayment, FoundPledge } from "./found.ts";
import { publicCount } from "../small-number.ts";

/** The pledges of a number, and what has come of them, for the public. */
export async function findPledge(number: string): Promise<FoundPledge[]> {
  const rows = await db.execute<{
    number: string;
    organization: string;
    donor: string | null;
    pledgedOn: string;
    amount: string | null;
    arrived: string;
    withdrawn: boolean;
    lines: [string, string, string, string][] | null;
  }>(sql`
    select p.number, o.name as organization, d.name as donor, p.pledged_on::text as "pledgedOn",
           p.amount_fen as amount, p.withdrawn_at is not null as withdrawn,
           (select coalesce(sum(g.amount_fen), 0) from public_gifts g where g.pledge_id = p.id and ${standing}) as arrived,
           (select json_agg(json_build_array(i.name, i.base_unit, line.quantity::text, (
              select coalesce(sum(l.quantity), 0)::text from public_gifts g join source_lots l on l.gift_id = g.id
              where g.pledge_id = p.id and l.item_id = line.item_id and ${standing})) order by line.n)
            from pledge_lines line join items i on i.id = line.item_id where line.pledge_id = p.id) as lines
    from public_pledges p join organizations o on o.id = p.organization_id join public_donors d on d.id = p.donor_id
    where p.number = ${number} order by o.name limit 20`);
  return rows.map(({ amount, arrived, lines, ...row }) => ({
    ...row,
    kind: "pledge",
    amountFen: amount === null ? null : BigInt(amount),
    arrivedFen: BigInt(arrived),
    lines: (lines ?? []).map(([item, unit, quantity, here]) => ({
      item,
      unit,
      quantity: BigInt(quantity),
      arrived: BigInt(here),
    })),
  }));
}

/** The payments of a number, for the public. */
export async function findPayment(number: string): Promise<FoundPayment[]> {
  const rows = await db.execute<{
    number: string;
    organization: string;
    of: PaymentKind;
    payee: string | null;
    purpose: string;
    paidOn: string;
    amount: string;
    takenBack: boolean;
  }>(sql`
    select g.number, o.name as organization, g.kind as of, g.payee, g.purpose, g.paid_on::text as "paidOn",
           g.amount_fen as amount, not ${standing} as "takenBack"
    from public_payments g join organizations o on o.id = g.organization_id
    where g.number = ${number} order by o.name limit 20`);
  return rows.map(({ amount, ...row }) => ({
    ...row,
    kind: "payment",
    amountFen: BigInt(amount),
  }));
}

/** The hand-overs of a number: how many households and people, never who. */
export async function findHandOver(number: string): Promise<FoundHandOver[]> {
  const rows = await db.execute<
    Record<"number" | "organization" | "deliveryNumber" | "handedOn", string> & {
      households: number;
      people: number;
    }
  >(sql`
    select h.number, o.name as organization, d.number as "deliveryNumber", h.handed_on::text as "handedOn",
           h.households, h.people
    from public_hand_overs h join organizations o on o.id = h.organization_id join public_deliveries d on d.id = h.delivery_id
    where h.number = ${number} order by o.name limit 20`);
  return rows.map((row) => ({
    ...row,
    kind: "hand_over",
    households: publicCount(row.households),
    people: publicCount(row.people),
  }));
}
