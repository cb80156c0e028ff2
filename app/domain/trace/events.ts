import type { CaseDecision, CaseKind } from "#db/vocabulary";
import { startOfDay } from "../dates.ts";
import type { DropLine, Trace, TracedCase, TracedGift } from "./trace.ts";

/** Something that happened to a gift, as its feed tells it. `id` stays the same for ever. */
export type TraceEvent = { id: string; at: Date } & (
  | { kind: "promised" }
  | { kind: "received"; warehouse: string | null; amountFen: bigint | null }
  | { kind: "stored" }
  | { kind: "sent" | "signed"; lines: DropLine[]; where: string }
  | { kind: "handed_on" }
  | { kind: "case_opened"; number: string; case: CaseKind; item: string; unit: string; quantity: bigint }
  | { kind: "case_decided"; number: string; decision: CaseDecision }
  | { kind: "case_closed"; number: string }
  | { kind: "spent"; purpose: string; amountFen: bigint; shareFen: bigint }
  | { kind: "asked" }
  | { kind: "answered"; answer: string }
);

/** What happened to what is traced, the latest first. Pure: the same trace tells the same. */
export function eventsOf(trace: Trace): TraceEvent[] {
  const { promise, gifts, questions } = trace;
  const events: TraceEvent[] = [
    ...(promise === null
      ? []
      : [{ kind: "promised" as const, id: `promised/${promise.number}`, at: startOfDay(promise.pledgedOn) }]),
    ...gifts.filter(({ takenBack }) => !takenBack).flatMap(ofGift),
    ...questions.flatMap(({ id, askedAt, answer, answeredAt }): TraceEvent[] => [
      { kind: "asked", id: `asked/${id}`, at: askedAt },
      ...(answer !== null && answeredAt !== null
        ? [{ kind: "answered" as const, id: `answered/${id}`, at: answeredAt, answer }]
        : []),
    ]),
  ];
  return events.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? -1 : 1));
}

function ofGift(gift: TracedGift): TraceEvent[] {
  const { id, warehouse, receivedOn, money, firstAt } = gift;
  const events: TraceEvent[] = [
    {
      kind: "received",
      id: `received/${id}`,
      at: startOfDay(receivedOn),
      warehouse,
      amountFen: money?.amountFen ?? null,
    },
  ];
  const first = (kind: "stored" | "handed_on") => {
    const at = firstAt[kind];
    if (at !== null) events.push({ kind, id: `${kind}/${id}`, at });
  };
  first("stored");
  first("handed_on");
  for (const drop of gift.drops) {
    const where = `${drop.township} ${drop.site}`;
    const told = { lines: drop.lines, where };
    if (drop.dispatchedAt !== null)
      events.push({ kind: "sent", id: `sent/${id}/${drop.number}`, at: drop.dispatchedAt, ...told });
    if (drop.confirmedAt !== null)
      events.push({ kind: "signed", id: `signed/${id}/${drop.number}`, at: drop.confirmedAt, ...told });
  }
  for (const found of gift.cases) {
    const { number, kind: what, item, unit, quantity, decision } = found;
    const of = `${id}/${number}/${item}`;
    events.push({
      kind: "case_opened",
      id: `case/${of}`,
      at: afterSigning(gift, found),
      ...{ number, case: what, item, unit, quantity },
    });
    if (decision !== null && found.decidedAt !== null)
      events.push({ kind: "case_decided", id: `decided/${of}`, at: found.decidedAt, number, decision });
    if (found.closedAt !== null)
      events.push({ kind: "case_closed", id: `closed/${of}`, at: found.closedAt, number });
  }
  for (const { number, purpose, paidOn, amountFen, shareFen } of money?.payments ?? []) {
    events.push({
      kind: "spent",
      id: `spent/${id}/${number}`,
      at: startOfDay(paidOn),
      ...{ purpose, amountFen, shareFen },
    });
  }
  return events;
}

/** A difference is known with the signing that told it, never before: the two are written a moment apart. */
function afterSigning({ drops }: TracedGift, { deliveryId, openedAt }: TracedCase): Date {
  const signed = drops.find(({ id }) => id === deliveryId)?.confirmedAt ?? openedAt;
  return signed > openedAt ? signed : openedAt;
}
