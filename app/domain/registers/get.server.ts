import { sql } from "drizzle-orm";
import { db } from "#db";
import type { BeneficiaryGroup, DeliveryStatus } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";

/** Of a line of the delivery, in base units. */
export interface RegisterLine {
  n: number;
  item: string;
  unit: string;
  /** What all rows are to get. */
  planned: bigint;
  /** What the rows that were counted back got. */
  given: bigint;
  /** What is still at the site, neither handed on nor sent back. */
  atSite: bigint;
}

/** A household, or so many people of a group. Nothing personal: that is `readSealed`'s. */
export interface RegisterRow {
  n: number;
  building: string;
  group: BeneficiaryGroup | null;
  households: number;
  people: number;
  /** A door, name or telephone number is kept, encrypted. */
  named: boolean;
  shares: { n: number; quantity: bigint; given: bigint | null }[];
}

type Head = {
  id: string;
  number: string;
  organization: string;
  organizationId: string;
  deliveryId: string;
  deliveryNumber: string;
  deliveryStatus: DeliveryStatus;
  siteId: string;
  site: string;
  township: string;
  /** As `readBasis` reads it. */
  basis: string;
  createdBy: string | null;
  handOver: {
    id: string;
    number: string;
    handedOn: string;
    households: number;
    people: number;
    note: string | null;
  } | null;
};

export interface Register extends Head {
  createdAt: Date;
  /** Names that were in it are gone. */
  destroyedAt: Date | null;
  lines: RegisterLine[];
  rows: RegisterRow[];
}

/** A register within reach, with its rows. */
export async function getRegister(actor: MemberActor, id: string): Promise<Register> {
  const [head] = await db.execute<Head & { createdAt: string; destroyedAt: string | null }>(sql`
    select g.id, g.number, o.name as organization, g.organization_id as "organizationId", d.id as "deliveryId",
           d.number as "deliveryNumber", d.status as "deliveryStatus", s.id as "siteId", s.name as site,
           t.name as township, g.basis, u.name as "createdBy", g.created_at::text as "createdAt",
           g.destroyed_at::text as "destroyedAt",
           (select json_build_object('id', h.id, 'number', h.number, 'handedOn', h.handed_on,
                                     'households', h.households, 'people', h.people, 'note', h.note)
            from hand_overs h where h.register_id = g.id) as "handOver"
    from registers g
    join organizations o on o.id = g.organization_id
    join deliveries d on d.id = g.delivery_id
    join sites s on s.id = g.site_id
    join townships t on t.code = s.township_code
    left join users u on u.id = g.created_by
    where g.id = ${id}::uuid and ${withinReach(actor, sql`g.organization_id`)}`);
  if (!head) return notFound("register");
  const [lines, rows] = await Promise.all([linesOf(head), rowsOf(id)]);
  return {
    ...head,
    createdAt: new Date(head.createdAt),
    destroyedAt: head.destroyedAt === null ? null : new Date(head.destroyedAt),
    lines,
    rows,
  };
}

async function linesOf({ id, deliveryId }: Head): Promise<RegisterLine[]> {
  const lines = await db.execute<
    Record<"item" | "unit" | "planned" | "given" | "atSite", string> & { n: number }
  >(sql`
    select l.n, i.name as item, i.base_unit as unit,
           coalesce((select sum(quantity) from register_shares s where s.register_id = ${id}::uuid and s.line_n = l.n), 0)::text as planned,
           coalesce((select sum(given) from register_shares s where s.register_id = ${id}::uuid and s.line_n = l.n), 0)::text as given,
           coalesce((select sum(k.good - k.handed_over) from delivery_picks k
                     where k.delivery_id = l.delivery_id and k.line_n = l.n), 0)::text as "atSite"
    from delivery_lines l join items i on i.id = l.item_id
    where l.delivery_id = ${deliveryId}::uuid order by l.n`);
  return lines.map(({ planned, given, atSite, ...line }) => ({
    ...line,
    planned: BigInt(planned),
    given: BigInt(given),
    atSite: BigInt(atSite),
  }));
}

async function rowsOf(registerId: string): Promise<RegisterRow[]> {
  const rows = await db.execute<
    Omit<RegisterRow, "shares"> & { shares: { n: number; quantity: string; given: string | null }[] }
  >(sql`
    select r.n, r.building, r."group", r.households, r.people, r.sealed is not null as named,
           (select coalesce(json_agg(json_build_object('n', s.line_n, 'quantity', s.quantity::text, 'given', s.given::text)
                                     order by s.line_n), '[]')
            from register_shares s where s.register_id = r.register_id and s.row_n = r.n) as shares
    from register_rows r where r.register_id = ${registerId}::uuid order by r.n`);
  return rows.map((row) => ({
    ...row,
    shares: row.shares.map(({ n, quantity, given }) => ({
      n,
      quantity: BigInt(quantity),
      given: given === null ? null : BigInt(given),
    })),
  }));
}
