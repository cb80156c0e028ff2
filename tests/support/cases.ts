import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { db } from "#db";
import type { AccountKind } from "#db/vocabulary";
import { assignCase } from "#app/domain/cases/assign.server.ts";
import { closeCase } from "#app/domain/cases/close.server.ts";
import { decideCase } from "#app/domain/cases/decide.server.ts";
import { listCases } from "#app/domain/cases/list.server.ts";
import { noteCase } from "#app/domain/cases/note.server.ts";
import { AssignCase, DecideCase } from "#app/domain/cases/schema.ts";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { ConfirmDelivery } from "#app/domain/deliveries/schema.ts";
import { roadWorld } from "./road.ts";
import type { World } from "./world.ts";

type Counts = z.input<typeof ConfirmDelivery>["lines"];

/** Somebody at the door who says what arrived. */
export const report = (
  delivery: { code: string; pin: string },
  lines: Counts = [],
  name = "刘书记",
  requestId = uuidv7(),
) =>
  confirmDelivery(
    { kind: "receiver", address: "192.0.2.1" },
    requestId,
    ConfirmDelivery.parse({ code: delivery.code, pin: delivery.pin, name, lines }),
  );

/** A delivery of 60 masks worth 120 yuan that was signed for with these counts, and the cases that came of it. */
export async function signedWorld(...lines: NonNullable<Counts>) {
  const { world, delivery } = await roadWorld();
  await report(delivery, lines);
  return { world, delivery, cases: await casesOf(world) };
}

export const casesOf = async (world: World) =>
  (await listCases(world.actors.auditor)).rows.toSorted((a, b) => (a.number < b.number ? -1 : 1));

export const decide = (
  world: World,
  caseId: string,
  input: Omit<z.input<typeof DecideCase>, "caseId" | "note">,
  requestId = uuidv7(),
  by = world.actors.fund_officer,
) => decideCase(by, requestId, DecideCase.parse({ caseId, note: "查过了", ...input }));

export const close = (world: World, caseId: string, requestId = uuidv7()) =>
  closeCase(world.actors.warehouse_keeper, requestId, { caseId });

export const note = (world: World, caseId: string, requestId = uuidv7()) =>
  noteCase(world.actors.dispatcher, requestId, { caseId, text: "问过司机" });

export const assign = (world: World, caseId: string, userId: string | null, requestId = uuidv7()) =>
  assignCase(world.actors.dispatcher, requestId, AssignCase.parse({ caseId, userId }));

/** What the world's accounts of a kind hold of goods: "4 只 / 800 fen" as [4, 800]. */
export async function goodsIn(world: World, kind: AccountKind): Promise<[number, number]> {
  const [row] = await db.execute<{ amount: number; value: number }>(sql`
    select coalesce(sum(case when p.to_account = a.id then p.amount else -p.amount end), 0)::int as amount,
           coalesce(sum(case when p.to_account = a.id then p.value_fen else -p.value_fen end), 0)::int as value
    from accounts a join postings p on a.id in (p.to_account, p.from_account)
    where a.organization_id = ${world.organizationId} and a.kind = ${kind} and p.asset_id <> 1`);
  return [row?.amount ?? 0, row?.value ?? 0];
}
