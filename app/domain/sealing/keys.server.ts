import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Reader, Tx } from "#db";
import { settings } from "#app/settings.server.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { seal, SealBroken, unseal } from "./cipher.server.ts";

/**
 * The key that a response's personal data is sealed with, made on first use. Kept encrypted with the server's own
 * (`SEALING_KEY`). Refuses `response_over` after the response's last day: nothing new may be taken down then.
 */
export async function makeSealingKey(
  reader: Reader,
  responseId: string,
  today = todayInShanghai(),
): Promise<Buffer> {
  const [response] = await reader.execute<{ endsOn: string | null }>(sql`
    select ends_on::text as "endsOn" from responses where id = ${responseId}::uuid`);
  if (!response) return notFound("response");
  if (response.endsOn !== null && response.endsOn < today) refuse("response_over", { on: response.endsOn });
  await reader.execute(sql`
    insert into sealing_keys (response_id, sealed_key)
    values (${responseId}::uuid, decode(${sealedText(randomBytes(32), responseId)}, 'hex'))
    on conflict (response_id) do update
      set sealed_key = excluded.sealed_key, created_at = now(), destroyed_at = null, destroyed_by = null
      where sealing_keys.sealed_key is null`);
  return (await findSealingKey(reader, responseId)) ?? refuse("stale", { what: "register" });
}

/** The key of a response; null when there is none, or it was destroyed. */
export async function findSealingKey(reader: Reader, responseId: string): Promise<Buffer | null> {
  return opened(await read(reader, responseId, sql``), responseId);
}

/** As `findSealingKey`; nobody destroys it before the transaction ends. */
export async function holdSealingKey(tx: Tx, responseId: string): Promise<Buffer | null> {
  return opened(await read(tx, responseId, sql`for share`), responseId);
}

/**
 * Destroys the key: what it sealed can never be read again, also where copies of the rows are left. `userId` is null when
 * the schedule did it. Other transactions that hold it are waited for.
 */
export async function destroySealingKey(tx: Tx, responseId: string, userId: string | null): Promise<void> {
  await tx.execute(sql`
    update sealing_keys set sealed_key = null, destroyed_at = now(), destroyed_by = ${userId}::uuid
    where response_id = ${responseId}::uuid and sealed_key is not null`);
}

async function read(reader: Reader, responseId: string, lock: ReturnType<typeof sql>) {
  const [row] = await reader.execute<{ sealedKey: string | null }>(sql`
    select encode(sealed_key, 'hex') as "sealedKey" from sealing_keys where response_id = ${responseId}::uuid ${lock}`);
  return row?.sealedKey ?? null;
}

const serverKey = (): Buffer => Buffer.from(settings().sealingKey, "base64");
const placeOf = (responseId: string): string => `sealing-key/${responseId}`;
const sealedText = (key: Buffer, responseId: string): string =>
  seal(serverKey(), key, placeOf(responseId)).toString("hex");

function opened(sealedKey: string | null, responseId: string): Buffer | null {
  if (sealedKey === null) return null;
  try {
    return unseal(serverKey(), Buffer.from(sealedKey, "hex"), placeOf(responseId));
  } catch (error) {
    if (error instanceof SealBroken) return refuse("sealing_key_wrong", {});
    throw error;
  }
}
