import { boxEvents, type Tx } from "#db";
import type { BoxEventKind } from "#db/vocabulary";
import { uuidv7 } from "uuidv7";
import { type Actor, actorIdOf } from "../actor.ts";
import { insertRows } from "../insert-rows.server.ts";

export interface BoxEvent {
  /** What `box.undo` names: the request that did it, where it did so to one box. */
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
export const recordEvent = (tx: Tx, actor: Actor, event: BoxEvent): Promise<void> =>
  recordEvents(tx, actor, [event]);

/**
 * The boxes on a pallet share what was done with it. Call it before the pallet's own event: that is the last, and the
 * one that is taken back; theirs only name it (`detail.with`).
 */
export const recordWith = (
  tx: Tx,
  actor: Actor,
  { event, ...shared }: { event: string; kind: BoxEventKind; occurredAt: string | null },
  load: readonly { id: string; from: bigint; to: bigint }[],
): Promise<void> =>
  recordEvents(
    tx,
    actor,
    load.map(({ id, from, to }) => ({
      ...shared,
      id: uuidv7(),
      boxId: id,
      fromAccount: from,
      toAccount: to,
      detail: { with: event },
    })),
  );

/** The same for many boxes at once. */
export async function recordEvents(tx: Tx, actor: Actor, events: readonly BoxEvent[]): Promise<void> {
  await insertRows(
    tx,
    boxEvents,
    events.map(({ detail = {}, occurredAt, ...event }) => ({
      ...event,
      detail,
      actorKind: actor.kind,
      actorId: actorIdOf(actor),
      occurredAt: occurredAt === null ? new Date() : new Date(occurredAt),
    })),
  );
}
