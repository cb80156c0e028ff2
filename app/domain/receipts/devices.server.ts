import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { DeviceSeal } from "../deliveries/schema.ts";
import { DomainError } from "../errors.ts";

/** The phones that signed before, by id: x and y of the key each has. Asks nothing when there is none. */
export async function knownDevices(tx: Tx, seals: readonly DeviceSeal[]): Promise<Map<string, string>> {
  if (seals.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; point: string }>(sql`
    select id, (public_key->>'x') || '.' || (public_key->>'y') as point from devices
    where id = any(${sql.param(seals.map(({ id }) => id))}::uuid[])`);
  return new Map(rows.map(({ id, point }) => [id, point]));
}

/** What tells one key from another. */
export const pointOf = ({ publicKey: { x, y } }: DeviceSeal): string => `${x}.${y}`;

/**
 * Remembers phones that sign for the first time. When somebody else took the same id with another key meanwhile, the
 * whole transaction is refused (`seal_broken`): alone and anew each is then judged by what stands.
 */
export async function registerDevices(tx: Tx, seals: readonly DeviceSeal[]): Promise<void> {
  if (seals.length === 0) return;
  const rows = seals.map(({ id, publicKey }) => ({ id, public_key: publicKey }));
  await tx.execute(sql`
    insert into devices (id, public_key)
    select id, public_key from json_to_recordset(${JSON.stringify(rows)}::json) as t (id uuid, public_key jsonb)
    order by id on conflict (id) do nothing`);
  const registered = await knownDevices(tx, seals);
  if (seals.some((seal) => registered.get(seal.id) !== pointOf(seal)))
    throw new DomainError("seal_broken", {});
}
