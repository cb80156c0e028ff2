import { sql } from "drizzle-orm";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { lockOpenRegister } from "./find.server.ts";
import type { CountBack } from "./schema.ts";

/**
 * Writes down what rows really got, from the sheet that was ticked off: the last count of a row stands. All of it or none;
 * a row or line that the register does not have is told beside it.
 */
export async function countBack(actor: MemberActor, requestId: string, input: CountBack) {
  return perform({ actor, action: "register.count-back", requestId, input }, async (tx) => {
    const register = await lockOpenRegister(tx, actor, input.registerId);
    const shares = await tx.execute<{ key: string }>(sql`
      select row_n || '/' || line_n as key from register_shares where register_id = ${register.id}::uuid`);
    const known = new Set(shares.map(({ key }) => key));
    const unknown = input.rows.flatMap(({ n, given }, i) =>
      given.flatMap((line, j) =>
        known.has(`${n}/${line.n}`) ? [] : [[`rows.${i}.given.${j}.quantity`, "row_unknown"] as const],
      ),
    );
    if (unknown.length > 0) refuse("invalid", { fields: Object.fromEntries(unknown) });
    const counts = input.rows.flatMap(({ n, given }) =>
      given.map((line) => ({ row_n: n, line_n: line.n, given: `${line.quantity}` })),
    );
    await tx.execute(sql`
      update register_shares s set given = t.given
      from json_to_recordset(${JSON.stringify(counts)}::json) as t (row_n integer, line_n integer, given bigint)
      where s.register_id = ${register.id}::uuid and s.row_n = t.row_n and s.line_n = t.line_n`);
    return {
      result: { id: register.id, rows: input.rows.length },
      organizationId: register.organizationId,
      subjectId: register.id,
      detail: { counted: input.rows.length },
    };
  });
}
