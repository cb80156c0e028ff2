import { boxEvents, type Tx } from "#db";
import type { BoxEventKind } from "#db/vocabulary";
import { type Actor, actorIdOf } from "../actor.ts";

export interface BoxEvent {
  /** The request that did it: what `box.undo` names. */
  id: string;
  boxId: string;
  kind: BoxEventKind;
  undoes?: string;
  fromAccount?: bigint;
  toAccount?: bigint;
  deliveryId?: string | null;
  /** Plain JSON, quantities as text. */
  detail?: Record<string, unknown>;
  /** By the asker's own clock. */
  occurredAt: string | null;
}

/** Writes down what was done with a box: its custody. */
export async function recordEvent(tx: Tx, actor: Actor, event: BoxEvent): Promise<void> {
  const { detail = {}, occurredAt, ...rest } = event;
  await tx.insert(boxEvents).values({
    ...rest,
    detail,
    actorKind: actor.kind,
    actorId: actorIdOf(actor),
    occurredAt: occurredAt === null ? new Date() : new Date(occurredAt),
  });
}
