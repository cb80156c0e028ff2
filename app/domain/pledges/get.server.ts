import { sql } from "drizzle-orm";
import { db } from "#db";
import type { GiftKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound } from "../errors.ts";
import { isId } from "../is-id.ts";
import type { Pack } from "../quantity.ts";
import { allOf, withinReach } from "../within-reach.server.ts";
import { goodsAgainst, pledgeProgress } from "./progress.server.ts";
import type { PledgeState } from "./state.ts";

/** One promise within reach: how it stands, and for goods what was promised and what came, by item. */
export async function getPledge(actor: MemberActor, id: string) {
  if (!isId(id)) return notFound("pledge");
  const one = allOf(sql`p.id = ${id}`, withinReach(actor, sql`p.organization_id`));
  const [found] = await db.execute<Found>(sql`
    select p.id, p.number, p.kind, p.donor_id as "donorId", d.name as donor, o.name as organization,
           p.amount_fen as "amountFen", p.received_fen as "receivedFen", p.gifts, r.text as restriction,
           p.pledged_on::text as "pledgedOn", p.due_on::text as "dueOn", coalesce(p.days_overdue, 0) as "daysOverdue",
           p.state, p.note, p.withdrawn_reason as "withdrawnReason", p.import_id as "importId",
           m.file_name as "importFile"
    from (${pledgeProgress(todayInShanghai(), one)}) p
    join donors d on d.id = p.donor_id
    join organizations o on o.id = p.organization_id
    left join restrictions r on r.id = p.restriction_id
    left join imports m on m.id = p.import_id`);
  if (!found) return notFound("pledge");
  return {
    ...found,
    amountFen: found.amountFen === null ? null : BigInt(found.amountFen),
    receivedFen: BigInt(found.receivedFen),
    lines: await linesOf(id),
  };
}

export type Pledge = Awaited<ReturnType<typeof getPledge>>;

async function linesOf(pledgeId: string) {
  const rows = await db.execute<FoundLine>(sql`
    select l.n, i.name as item, i.base_unit as unit, i.pack_name as "packName", i.pack_size as "packSize",
           l.quantity as promised, coalesce(got.quantity, 0) as received
    from pledge_lines l join items i on i.id = l.item_id
    left join (${goodsAgainst(sql`${pledgeId}`)}) got on got.item_id = l.item_id
    where l.pledge_id = ${pledgeId} order by l.n`);
  return rows.map(({ packName, packSize, ...line }) => ({
    ...line,
    promised: BigInt(line.promised),
    received: BigInt(line.received),
    pack: packOf(packName, packSize),
  }));
}

const packOf = (name: string | null, size: string | null): Pack | undefined =>
  name === null || size === null ? undefined : { name, size: BigInt(size) };

type Found = {
  id: string;
  number: string;
  kind: GiftKind;
  donorId: string;
  donor: string;
  organization: string;
  amountFen: string | null;
  receivedFen: string;
  gifts: number;
  restriction: string | null;
  pledgedOn: string;
  dueOn: string | null;
  daysOverdue: number;
  state: PledgeState;
  note: string | null;
  withdrawnReason: string | null;
  importId: string | null;
  importFile: string | null;
};

type FoundLine = {
  n: number;
  item: string;
  unit: string;
  packName: string | null;
  packSize: string | null;
  promised: string;
  received: string;
};
