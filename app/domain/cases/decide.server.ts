import { and, asc, desc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { caseLots, cases, deliveries, deliveryPicks, type Tx } from "#db";
import type { CaseKind, LossReason } from "#db/vocabulary";
import type { UserActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { disputeAccounts, lossAccount } from "../ledger/standing-accounts.server.ts";
import { perform } from "../perform.server.ts";
import { decisionsFor, placesFor } from "./decision.ts";
import { type Journey, lockJourney } from "./journey.server.ts";
import { doneWith, lockCase } from "./lock-case.server.ts";
import type { DecideCase } from "./schema.ts";
import { type Parted, partLots, splitCase } from "./split.server.ts";
import { tellDecided } from "./tell.server.ts";

/**
 * Decides a case, once: its goods leave the dispute account for where they were found, or for the losses. What was sent
 * again is written off too, and the delivery that took its place is named. With a quantity or a lot only that part is
 * decided, and the rest becomes a case of its own (`splitCase`). Whoever sent the delivery or the transfer on its way
 * does not decide (`duties_apart`).
 */
export async function decideCase(actor: UserActor, requestId: string, input: DecideCase) {
  return perform({ actor, action: "case.decide", requestId, input }, async (tx) => {
    const found = await lockCase(tx, actor, input.caseId);
    if (found.decision !== null) refuse("case_decided", { number: found.number });
    const journey = await lockJourney(tx, found);
    if (journey.sentBy === actor.userId) refuse("duties_apart", {});
    mustFit(found, journey, input);
    const replacementId = input.decision === "replaced" ? input.replacementId : null;
    if (replacementId !== null) await checkReplacement(tx, journey.delivery!, replacementId);
    const parted = await partsOf(tx, found, input);
    const now = new Date();
    const entryId = await book(tx, actor, found, journey, parted.decided, input, now);
    if (parted.left.length > 0) await splitCase(tx, actor, found, parted, input.note, now);
    await tx
      .update(cases)
      .set({
        decision: input.decision,
        decisionNote: input.note,
        decidedBy: actor.userId,
        decidedAt: now,
        entryId,
        replacementId,
      })
      .where(eq(cases.id, found.id));
    await tellDecided(tx, found.id, input.decision);
    return doneWith(found);
  });
}

type Case = typeof cases.$inferSelect;
type Lot = typeof caseLots.$inferSelect;

function mustFit(found: Case, { about }: Journey, input: DecideCase): void {
  if (!decisionsFor(found.kind, about).includes(input.decision)) {
    refuse("invalid", { fields: { decision: "decision_unfit" } });
  }
  if (input.decision === "found" && !placesFor(about).includes(input.foundAt!)) {
    refuse("invalid", { fields: { foundAt: "choose" } });
  }
}

/** A later delivery of the same organization to the same site, not cancelled. */
async function checkReplacement(
  tx: Tx,
  delivery: typeof deliveries.$inferSelect,
  replacementId: string,
): Promise<void> {
  const [other] = await tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.id, replacementId), eq(deliveries.organizationId, delivery.organizationId)));
  if (!other) return notFound("delivery");
  const fits =
    other.siteId === delivery.siteId && other.status !== "cancelled" && other.createdAt > delivery.createdAt;
  if (!fits) refuse("invalid", { fields: { replacementId: "not_a_replacement" } });
}

/** The lots in dispute, parted as asked; where none are, nothing can be parted. */
async function partsOf(tx: Tx, found: Case, { lot, quantity }: DecideCase): Promise<Parted> {
  const lots = await tx
    .select()
    .from(caseLots)
    .where(eq(caseLots.caseId, found.id))
    .orderBy(asc(caseLots.assetId));
  return lots.length === 0 ? { decided: [], left: [] } : partLots(lots, { lot, quantity });
}

/** Moves what is decided out of dispute; answers the entry, null where nothing moves. */
async function book(
  tx: Tx,
  actor: UserActor,
  found: Case,
  journey: Journey,
  lots: readonly Lot[],
  input: DecideCase,
  now: Date,
): Promise<string | null> {
  if (lots.length === 0) return null;
  const { organizationId, responseId } = found;
  const from = (await disputeAccounts(tx, [organizationId])).get(organizationId)!;
  if (input.decision === "found" && input.foundAt === "site") await addToPicks(tx, found, lots);
  const to =
    input.decision === "found"
      ? journey.places[input.foundAt!]!
      : await lossAccount(tx, organizationId, lossReasonOf[found.kind]);
  // What was missing of a transfer counts as lost on it; found, it comes to the dock by the way it was lost.
  const way = input.decision === "found" && journey.road !== null ? [from, journey.road, to] : [from, to];
  const id = uuidv7();
  await post(tx, actor, [
    {
      id,
      kind: "case.decide",
      organizationId,
      responseId,
      occurredAt: now,
      document: { kind: "case", id: found.id },
      reason: input.note,
      postings: lots.flatMap(({ assetId: asset, quantity: amount, valueFen }) =>
        way.slice(1).map((next, i) => ({ from: way[i]!, to: next, asset, amount, valueFen })),
      ),
    },
  ]);
  return id;
}

const lossReasonOf: Record<CaseKind, LossReason> = {
  short: "lost",
  damaged: "damaged",
  extra: "other",
  second_report: "other",
};

/**
 * What turned up at the site may be handed on or sent back from there, so a pick's `good` rises by it, from the last back
 * as disputes fell on them: the first may still be on the road. What the receiver signed for stays as it was written down.
 */
async function addToPicks(tx: Tx, { deliveryId, lineN }: Case, lots: readonly Lot[]): Promise<void> {
  const picks = await tx
    .select()
    .from(deliveryPicks)
    .where(and(eq(deliveryPicks.deliveryId, deliveryId!), eq(deliveryPicks.lineN, lineN!)))
    .orderBy(desc(deliveryPicks.n));
  for (const { assetId, quantity } of lots) {
    let left = quantity;
    for (const pick of picks.filter((each) => each.assetId === assetId)) {
      const room = pick.quantity - pick.good;
      const here = room < left ? room : left;
      left -= here;
      if (here === 0n) continue;
      await tx
        .update(deliveryPicks)
        .set({ good: sql`${deliveryPicks.good} + ${here}` })
        .where(and(eq(deliveryPicks.deliveryId, pick.deliveryId), eq(deliveryPicks.n, pick.n)));
    }
  }
}
