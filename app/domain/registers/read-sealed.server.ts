import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { findSealingKey } from "../sealing/keys.server.ts";
import { findRegister } from "./find.server.ts";
import { type Personal, unsealPersonal } from "./personal.server.ts";
import type { ReadSealed } from "./schema.ts";

export type NamedRow = Personal & { n: number };

/**
 * Doors, names and telephone numbers of a register, for those who may. The reading and its reason are in the audit log
 * before anything is decrypted; names are in no answer that is kept, so the same request is not answered twice
 * (`request_reused`). Refuses `nothing_sealed`.
 */
export async function readSealed(actor: MemberActor, requestId: string, input: ReadSealed) {
  let audited = false;
  const { id, responseId } = await perform(
    { actor, action: "register.read-sealed", requestId, input },
    async (tx) => {
      const register = await findRegister(tx, actor, input.registerId);
      const sealed = await tx.execute(sql`
        select from register_rows where register_id = ${register.id}::uuid and sealed is not null limit 1`);
      if (sealed.length === 0) refuse("nothing_sealed", {});
      audited = true;
      return {
        result: { id: register.id, responseId: register.responseId },
        organizationId: register.organizationId,
        subjectId: register.id,
        detail: { reason: input.reason },
      };
    },
  );
  if (!audited) refuse("request_reused", {});
  return { id, rows: await openRows(id, responseId) };
}

async function openRows(registerId: string, responseId: string): Promise<NamedRow[]> {
  const key = await findSealingKey(db, responseId);
  if (key === null) return refuse("nothing_sealed", {});
  const rows = await db.execute<{ n: number; sealed: string }>(sql`
    select n, encode(sealed, 'hex') as sealed from register_rows
    where register_id = ${registerId}::uuid and sealed is not null order by n`);
  return rows.map(({ n, sealed }) => ({
    n,
    ...unsealPersonal(key, registerId, n, Buffer.from(sealed, "hex")),
  }));
}
