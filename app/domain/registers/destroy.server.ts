import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, destructions, type Tx } from "#db";
import { type MemberActor, type SystemActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { destroySealingKey } from "../sealing/keys.server.ts";
import type { DestroySealed } from "./schema.ts";

/**
 * Destroys the doors, names and telephone numbers in every register of the actor's organization and response, before the
 * schedule does: what was counted stays, a certificate is written and goes into the public log. The response's key is
 * destroyed with the last that it sealed. Refuses `nothing_sealed`.
 */
export async function destroySealed(actor: MemberActor, requestId: string, input: DestroySealed) {
  const { organizationId, responseId } = actor;
  return perform({ actor, action: "register.destroy-sealed", requestId, input }, async (tx) => {
    const whose = { organizationId, responseId };
    const destroyed = await destroyIn(tx, whose, userIdOf(actor));
    if (destroyed.rows === 0) refuse("nothing_sealed", {});
    const { id, number } = await certify(tx, whose, destroyed, input.reason, userIdOf(actor));
    return { result: { id, number }, organizationId, subjectId: id };
  });
}

export interface Due extends Record<string, unknown> {
  organizationId: string;
  responseId: string;
}

/**
 * What the schedule destroys: `days` after the last day of a response, in every organization that kept registers for it
 * (突发事件应对法 art. 85). Where no name was kept the certificate says so. Answers how many organizations were due.
 */
export async function destroyDue(today: string, days: number): Promise<number> {
  const actor: SystemActor = { kind: "system", job: "destroy-sealed" };
  const due = await findDue(today, days);
  for (const each of due) {
    const input = { ...each, reason: SCHEDULED };
    await perform({ actor, action: "register.destroy-sealed", requestId: uuidv7(), input }, async (tx) => {
      const destroyed = await destroyIn(tx, each, null);
      // Another process may have been quicker.
      const done = destroyed.rows === 0 && (await isCertified(tx, each));
      const made = done ? null : await certify(tx, each, destroyed, SCHEDULED, null);
      return { result: made, organizationId: each.organizationId, ...(made && { subjectId: made.id }) };
    });
  }
  return due.length;
}

/** Why the schedule destroyed it, as the certificate says. */
export const SCHEDULED = "突发事件应对工作结束，按《中华人民共和国突发事件应对法》第八十五条销毁";

async function findDue(today: string, days: number): Promise<Due[]> {
  const rows = await db.execute<Due>(sql`
    select distinct g.organization_id as "organizationId", d.response_id as "responseId"
    from registers g join deliveries d on d.id = g.delivery_id join responses r on r.id = d.response_id
    where r.ends_on + ${days}::integer < ${today}::date
      and (exists (select from register_rows w where w.register_id = g.id and w.sealed is not null)
           or not exists (select from destructions x
                          where x.response_id = d.response_id and x.organization_id = g.organization_id))
    order by 1, 2`);
  return [...rows];
}

async function isCertified(tx: Tx, { organizationId, responseId }: Due): Promise<boolean> {
  const certificates = await tx.execute(sql`
    select from destructions
    where organization_id = ${organizationId}::uuid and response_id = ${responseId}::uuid limit 1`);
  return certificates.length > 0;
}

interface Destroyed {
  /** How many registers there were, and in how many rows something personal stood. */
  registers: number;
  rows: number;
}

async function destroyIn(
  tx: Tx,
  { organizationId, responseId }: Due,
  userId: string | null,
): Promise<Destroyed> {
  // Registers first, then the key: in the order in which rows are written.
  const registers = await tx.execute<{ id: string }>(sql`
    select g.id from registers g join deliveries d on d.id = g.delivery_id
    where g.organization_id = ${organizationId}::uuid and d.response_id = ${responseId}::uuid
    order by g.id for update of g`);
  const ids = sql.param(registers.map(({ id }) => id));
  const blanked = await tx.execute<{ registerId: string }>(sql`
    update register_rows set sealed = null where register_id = any(${ids}::uuid[]) and sealed is not null
    returning register_id as "registerId"`);
  await tx.execute(sql`
    update registers set destroyed_at = now()
    where id = any(${sql.param([...new Set(blanked.map(({ registerId }) => registerId))])}::uuid[])`);
  const left = await tx.execute(sql`
    select from register_rows w join registers g on g.id = w.register_id join deliveries d on d.id = g.delivery_id
    where d.response_id = ${responseId}::uuid and w.sealed is not null limit 1`);
  if (left.length === 0) await destroySealingKey(tx, responseId, userId);
  return { registers: registers.length, rows: blanked.length };
}

/** Writes the certificate of what was destroyed. */
async function certify(
  tx: Tx,
  { organizationId, responseId }: Due,
  counts: Destroyed,
  reason: string,
  destroyedBy: string | null,
) {
  const [id, number] = [uuidv7(), await nextNumber(tx)];
  await tx
    .insert(destructions)
    .values({ id, number, organizationId, responseId, counts: { ...counts }, reason, destroyedBy });
  return { id, number };
}

/** XH-2022-000001: certificates are numbered across organizations, one after the other, without gaps. */
async function nextNumber(tx: Tx): Promise<string> {
  const year = todayInShanghai().slice(0, 4);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('destructions.number'))`);
  const [row] = await tx.execute<{ next: number }>(sql`
    select coalesce(max(substr(number, 9)::integer), 0) + 1 as next from destructions
    where number ~ ${`^XH-${year}-[0-9]{6}$`}`);
  return `XH-${year}-${String(row?.next ?? 1).padStart(6, "0")}`;
}
