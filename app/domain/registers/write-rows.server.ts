import { sql } from "drizzle-orm";
import { db, registerRows, registerShares, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { insertRows } from "../insert-rows.server.ts";
import { perform } from "../perform.server.ts";
import { may } from "../permissions.ts";
import { holdSealingKey, makeSealingKey } from "../sealing/keys.server.ts";
import { findRegister, linesOfDelivery, lockOpenRegister } from "./find.server.ts";
import { fingerprint, isPersonal, sealPersonal } from "./personal.server.ts";
import type { WriteRows } from "./schema.ts";

/**
 * Writes all rows of a register, in place of those before. Refuses `register_counted` once counting back has begun, and
 * `response_over` for names after the response's last day. Doors, names and telephone numbers are encrypted before they
 * reach a table; not even the request's hash tells anything about them.
 */
export async function writeRows(actor: MemberActor, requestId: string, input: WriteRows) {
  if (!may(actor, "register.write-rows")) refuse("forbidden", { action: "register.write-rows" });
  const { id, responseId } = await findRegister(db, actor, input.registerId);
  const made = input.rows.some(isPersonal) ? await makeSealingKey(db, responseId) : null;
  const asked = {
    registerId: id,
    rows: input.rows.map(({ door: _door, name: _name, phone: _phone, ...row }) => row),
    personal: made && fingerprint(made, input.rows),
  };
  return perform({ actor, action: "register.write-rows", requestId, input: asked }, async (tx) => {
    const register = await lockOpenRegister(tx, actor, id);
    const key = made && (await holdSealingKey(tx, responseId));
    if (made && !key?.equals(made)) refuse("stale", { what: "register" });
    await mustBeUncounted(tx, register);
    const lines = await linesOfDelivery(tx, register.deliveryId);
    mustKnowLines(input, new Set(lines.map(({ n }) => n)));
    await tx.execute(sql`delete from register_shares where register_id = ${id}::uuid`);
    await tx.execute(sql`delete from register_rows where register_id = ${id}::uuid`);
    await insertRows(tx, registerRows, rowsOf(id, input, key));
    await insertRows(
      tx,
      registerShares,
      input.rows.flatMap(({ shares }, i) =>
        lines.map(({ n: lineN }) => ({
          registerId: id,
          rowN: i + 1,
          lineN,
          quantity: shares.find(({ n }) => n === lineN)?.quantity ?? 0n,
        })),
      ),
    );
    return {
      result: { id, rows: input.rows.length },
      organizationId: register.organizationId,
      subjectId: id,
      detail: { rows: input.rows.length, named: input.rows.filter(isPersonal).length },
    };
  });
}

/** As JSON carries them: bytes are PostgreSQL's own hexadecimal text. */
const rowsOf = (registerId: string, input: WriteRows, key: Buffer | null) =>
  input.rows.map((row, i) => {
    const n = i + 1;
    const sealed = key && sealPersonal(key, registerId, n, row);
    const { building, group, households, people } = row;
    const hexadecimal = sealed && (`\\x${sealed.toString("hex")}` as unknown as Buffer);
    return { registerId, n, building, group, households, people, sealed: hexadecimal };
  });

async function mustBeUncounted(tx: Tx, { id, number }: { id: string; number: string }): Promise<void> {
  const counted = await tx.execute(sql`
    select from register_shares where register_id = ${id}::uuid and given is not null limit 1`);
  if (counted.length > 0) refuse("register_counted", { number });
}

function mustKnowLines(input: WriteRows, known: ReadonlySet<number>): void {
  const unknown = input.rows.flatMap(({ shares }, i) =>
    shares.flatMap(({ n }, j) =>
      known.has(n) ? [] : [[`rows.${i}.shares.${j}.n`, "line_unknown"] as const],
    ),
  );
  if (unknown.length > 0) refuse("invalid", { fields: Object.fromEntries(unknown) });
}
