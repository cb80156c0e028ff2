import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { AccountKind, BoxEventKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { parseCode } from "../code.ts";
import { notFound } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";
import type { Holder } from "./holder.ts";

/**
 * Who held a box or pallet at a moment, by any label it ever had; null before it was received. It is read from what was
 * done with the box, and from the receiver's signature, which ends custody at the site.
 */
export async function boxCustody(
  actor: MemberActor,
  text: string,
  at: Date = new Date(),
): Promise<Holder | null> {
  const verdict = parseCode(text);
  if (!verdict.ok) return notFound("box");
  const [box] = await db.execute<{ id: string }>(sql`
    select b.id from labels l join boxes b on b.id = l.box_id
    where l.code = ${verdict.code} and ${withinReach(actor, sql`b.organization_id`)}`);
  if (!box) return notFound("box");
  const [held] = await holdersOf(sql`b.id = ${box.id}::uuid`, at);
  return held?.holder ?? null;
}

/** Who held each of these boxes at a moment; `where` is about `b`, a row of `boxes`. Without those not received yet. */
export async function holdersOf(where: SQL, at: Date): Promise<{ boxId: string; holder: Holder }[]> {
  const moment = at.toISOString();
  const rows = await db.execute<HolderRecord>(sql`
    select b.id as "boxId", last.kind, last.at::text as "lastAt", since.at::text as since, w.name as warehouse,
           a.kind as "accountKind", coalesce(bin.name, a.name) as place,
           s.name as site, signed.receiver_name as "signedBy", signed.confirmed_at::text as "signedAt",
           brought.id as "broughtId", brought.number as "broughtBy",
           (select t.name || ' ' || stop.place from run_stops stop join townships t on t.code = stop.township_code
            where stop.run_id = last.run_id and stop.n = last.n) as point,
           run.id as "runId", run.number as run, v.plate, driver.name as driver, driver.phone
    from boxes b
    join warehouses w on w.id = b.warehouse_id
    cross join lateral (
      select e.kind, e.occurred_at as at, e.to_account, e.delivery_id, (e.detail->>'runId')::uuid as run_id,
             (e.detail->>'n')::int as n, (e.detail->>'nextRunId')::uuid as next_run_id
      from box_events e
      where e.box_id = b.id and e.kind <> 'label.replace' and e.occurred_at <= ${moment}::timestamptz
      order by e.seq desc limit 1
    ) last
    cross join lateral (
      select coalesce(max(e.occurred_at) filter (where e.kind in ('box.depart', 'box.hand-on') or e.detail ? 'runId' and e.kind = 'box.undo'
                                                    or e.from_account is distinct from e.to_account), last.at) as at
      from box_events e
      where e.box_id = b.id and e.kind <> 'label.replace' and e.occurred_at <= ${moment}::timestamptz
    ) since
    left join accounts a on a.id = last.to_account
    left join bins bin on bin.account_id = a.id
    left join deliveries d on d.id = last.delivery_id
    left join sites s on s.id = d.site_id
    left join deliveries signed on signed.id = d.id and signed.confirmed_at <= ${moment}::timestamptz
      and (last.kind in ('box.depart', 'box.arrive', 'box.hand-on') or last.kind = 'box.undo' and last.run_id is not null)
    left join runs brought on brought.id = last.run_id
    left join runs run on run.id = case when last.kind <> 'box.hand-on' then last.run_id else coalesce(
      last.next_run_id,
      (select r.id from run_stops stop join runs r on r.id = stop.run_id
       where stop.delivery_id = last.delivery_id and r.id > last.run_id and r.status <> 'cancelled'
         and r.created_at <= ${moment}::timestamptz order by r.id limit 1)) end
    left join vehicles v on v.id = run.vehicle_id
    left join drivers driver on driver.id = run.driver_id
    where ${where} order by b.id`);
  return rows.map((row) => ({ boxId: row.boxId, holder: holderOf(row) }));
}

type HolderRecord = {
  boxId: string;
  kind: BoxEventKind;
  lastAt: string;
  since: string;
  warehouse: string;
  accountKind: AccountKind | null;
  place: string | null;
  site: string | null;
  signedBy: string | null;
  signedAt: string | null;
  broughtId: string | null;
  broughtBy: string | null;
  point: string | null;
  runId: string | null;
  run: string | null;
  plate: string | null;
  driver: string | null;
  phone: string | null;
};

function holderOf(row: HolderRecord): Holder {
  const since = new Date(row.since);
  if (row.signedAt !== null) {
    return { is: "site", site: row.site ?? "", by: row.signedBy, since: new Date(row.signedAt) };
  }
  switch (row.kind) {
    case "box.empty":
      return { is: "nobody", since: new Date(row.lastAt) };
    case "box.depart":
    case "box.arrive":
    case "box.hand-on":
      return onTheWay(row, since);
    case "box.undo":
      // A hand-over that was taken back leaves the box with the run.
      return row.runId === null ? inWarehouse(row, since) : onTheWay(row, since);
    default:
      return inWarehouse(row, since);
  }
}

const inWarehouse = ({ warehouse, accountKind, place }: HolderRecord, since: Date): Holder => ({
  is: "warehouse",
  warehouse,
  kind: accountKind ?? "dock",
  place: place ?? "",
  since,
});

function onTheWay(row: HolderRecord, since: Date): Holder {
  const { runId, run, plate, driver, phone, broughtId, broughtBy } = row;
  const isHandedOn = row.kind === "box.hand-on";
  if (isHandedOn && row.point === null && broughtId !== null && broughtBy !== null) {
    return { is: "receiver", site: row.site ?? "", runId: broughtId, run: broughtBy, since };
  }
  const point = isHandedOn ? (row.point ?? "") : null;
  if (runId !== null && run !== null) {
    const doorSince = row.kind === "box.arrive" ? new Date(row.lastAt) : null;
    return {
      is: "vehicle",
      runId,
      run,
      plate: plate ?? "",
      driver: driver ?? "",
      phone,
      point,
      doorSince,
      since,
    };
  }
  if (point !== null && broughtId !== null && broughtBy !== null) {
    return { is: "point", place: point, runId: broughtId, run: broughtBy, since };
  }
  return { is: "road", since };
}
