import { sql } from "drizzle-orm";
import type { Reader, Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { withinReach } from "../within-reach.server.ts";

export type FoundRegister = {
  id: string;
  number: string;
  organizationId: string;
  responseId: string;
  deliveryId: string;
  basis: string;
  /** It was counted back, and what it gave out is in the books. */
  closed: boolean;
};

/** A register within reach. */
export const findRegister = (reader: Reader, actor: MemberActor, id: string): Promise<FoundRegister> =>
  find(reader, actor, id, sql``);

/** The same, locked, while it is open: refuses `register_closed`. */
export async function lockOpenRegister(tx: Tx, actor: MemberActor, id: string): Promise<FoundRegister> {
  const register = await find(tx, actor, id, sql`for update of g`);
  if (register.closed) refuse("register_closed", { number: register.number });
  return register;
}

async function find(reader: Reader, actor: MemberActor, id: string, lock: ReturnType<typeof sql>) {
  const [register] = await reader.execute<FoundRegister>(sql`
    select g.id, g.number, g.organization_id as "organizationId", d.response_id as "responseId",
           g.delivery_id as "deliveryId", g.basis,
           exists (select from hand_overs h where h.register_id = g.id) as closed
    from registers g join deliveries d on d.id = g.delivery_id
    where g.id = ${id}::uuid and ${withinReach(actor, sql`g.organization_id`)} ${lock}`);
  return register ?? notFound("register");
}

/** The lines of a delivery a register is for, by number. */
export async function linesOfDelivery(
  reader: Reader,
  deliveryId: string,
): Promise<{ n: number; item: string; unit: string }[]> {
  const lines = await reader.execute<{ n: number; item: string; unit: string }>(sql`
    select l.n, i.name as item, i.base_unit as unit
    from delivery_lines l join items i on i.id = l.item_id
    where l.delivery_id = ${deliveryId}::uuid order by l.n`);
  return [...lines];
}
