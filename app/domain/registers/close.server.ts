import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { BeneficiaryGroup } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { bookHandOver, lockAtSite } from "../deliveries/book-hand-over.server.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { type FoundRegister, linesOfDelivery, lockOpenRegister } from "./find.server.ts";
import type { CloseRegister } from "./schema.ts";

/**
 * Closes a register that was counted back: what was handed out goes from the site to households, as one hand-over with
 * the register's households, people and groups. The pile's count is what is booked; where the rows add up to something
 * else, `explanation` says why, or it is refused (`register_difference`). What is left stays at the site, for a second
 * round or to be sent back. Refuses `register_uncounted` and `register_nobody`.
 */
export async function closeRegister(actor: MemberActor, requestId: string, input: CloseRegister) {
  return perform({ actor, action: "register.close", requestId, input }, async (tx) => {
    const register = await lockOpenRegister(tx, actor, input.registerId);
    const atSite = await lockAtSite(tx, actor, register.deliveryId);
    await mustBeCounted(tx, register);
    const lines = await handedOut(tx, register, input);
    const { households, people, groups } = await reached(tx, register);
    const { id: handOverId, number } = await bookHandOver(tx, actor, atSite, {
      households,
      people,
      handedOn: input.handedOn,
      basis: register.basis,
      note: input.explanation,
      groups,
      lines,
      registerId: register.id,
    });
    return {
      result: { id: register.id, number: register.number, handOverId, handOverNumber: number },
      organizationId: register.organizationId,
      subjectId: register.id,
    };
  });
}

async function mustBeCounted(tx: Tx, { id, number }: FoundRegister): Promise<void> {
  const [{ rows, uncounted } = { rows: 0, uncounted: 0 }] = await tx.execute<{
    rows: number;
    uncounted: number;
  }>(sql`
    select count(distinct row_n)::int as rows, count(distinct row_n) filter (where given is null)::int as uncounted
    from register_shares where register_id = ${id}::uuid`);
  if (rows === 0) refuse("register_nobody", { number });
  if (uncounted > 0) refuse("register_uncounted", { number, count: uncounted });
}

/** What the pile says went out, line by line; a difference from the rows' total needs its explanation. */
async function handedOut(tx: Tx, { id, deliveryId }: FoundRegister, input: CloseRegister) {
  const totals = await tx.execute<{ n: number; given: string }>(sql`
    select line_n as n, sum(given)::text as given from register_shares where register_id = ${id}::uuid group by line_n`);
  const lines = await linesOfDelivery(tx, deliveryId);
  const unknown = input.lines.flatMap(({ n }, i) =>
    lines.some((line) => line.n === n) ? [] : [[`lines.${i}.n`, "line_unknown"] as const],
  );
  if (unknown.length > 0) refuse("invalid", { fields: Object.fromEntries(unknown) });
  return lines.map(({ n, item, unit }) => {
    const rows = BigInt(totals.find((total) => total.n === n)?.given ?? 0);
    const quantity = input.lines.find((line) => line.n === n)?.quantity ?? rows;
    if (quantity !== rows && input.explanation === null) {
      refuse("register_difference", { item, unit, rows: `${rows}`, handedOut: `${quantity}` });
    }
    return { n, quantity };
  });
}

/** Whom it reached: the rows that got something. Rows by group count to their group. */
async function reached(tx: Tx, { id, number }: FoundRegister) {
  const rows = await tx.execute<{ group: BeneficiaryGroup | null; households: number; people: number }>(sql`
    select r."group", sum(r.households)::int as households, sum(r.people)::int as people
    from register_rows r
    where r.register_id = ${id}::uuid and exists (
      select from register_shares s where s.register_id = r.register_id and s.row_n = r.n and s.given > 0)
    group by r."group"`);
  if (rows.length === 0) refuse("register_nobody", { number });
  return {
    households: rows.reduce((sum, row) => sum + row.households, 0),
    people: rows.reduce((sum, row) => sum + row.people, 0),
    groups: rows.flatMap(({ group, people }) => (group === null ? [] : [{ group, people }])),
  };
}
