import { and, asc, eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { caseLots, cases, deliveries, deliveryPicks, sites, type Tx, warehouses } from "#db";
import type { CaseKind, LossReason } from "#db/vocabulary";
import type { UserActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { disputeAccounts, lossAccount } from "../ledger/standing-accounts.server.ts";
import { perform } from "../perform.server.ts";
import { decisionsFor } from "./decision.ts";
import { doneWith, lockCase } from "./lock-case.server.ts";
import type { DecideCase } from "./schema.ts";

/**
 * Decides a case, once: its goods leave the dispute account for where they were found, or for the losses. What was sent
 * again is written off too, and the delivery that took its place is named. Whoever sent the delivery on its way does not
 * decide (`duties_apart`).
 */
export async function decideCase(actor: UserActor, requestId: string, input: DecideCase) {
  return perform({ actor, action: "case.decide", requestId, input }, async (tx) => {
    const found = await lockCase(tx, actor, input.caseId);
    if (found.decision !== null) refuse("case_decided", { number: found.number });
    const about = await lockDelivery(tx, found.deliveryId ?? notFound("delivery"));
    if (about.delivery.dispatchedBy === actor.userId) refuse("duties_apart", {});
    if (!decisionsFor(found.kind).includes(input.decision)) {
      refuse("invalid", { fields: { decision: "decision_unfit" } });
    }
    const replacementId = input.decision === "replaced" ? input.replacementId : null;
    if (replacementId !== null) await checkReplacement(tx, about.delivery, replacementId);
    const now = new Date();
    const entryId = await book(tx, actor, found, about, input, now);
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
    return doneWith(found);
  });
}

type Case = typeof cases.$inferSelect;
type Delivery = typeof deliveries.$inferSelect;
type About = Awaited<ReturnType<typeof lockDelivery>>;

/** Locked, since what turns up at the site may be handed on from then. */
async function lockDelivery(tx: Tx, deliveryId: string) {
  const [about] = await tx
    .select({ delivery: deliveries, dock: warehouses.dockAccountId, site: sites.accountId })
    .from(deliveries)
    .innerJoin(warehouses, eq(warehouses.id, deliveries.warehouseId))
    .innerJoin(sites, eq(sites.id, deliveries.siteId))
    .where(eq(deliveries.id, deliveryId))
    .for("update", { of: deliveries });
  return about ?? notFound("delivery");
}

/** A later delivery of the same organization to the same site, not cancelled. */
async function checkReplacement(tx: Tx, delivery: Delivery, replacementId: string): Promise<void> {
  const [other] = await tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.id, replacementId), eq(deliveries.organizationId, delivery.organizationId)));
  if (!other) return notFound("delivery");
  const fits =
    other.siteId === delivery.siteId && other.status !== "cancelled" && other.createdAt > delivery.createdAt;
  if (!fits) refuse("invalid", { fields: { replacementId: "not_a_replacement" } });
}

/** Moves what is in dispute; answers the entry, null where nothing is. */
async function book(
  tx: Tx,
  actor: UserActor,
  found: Case,
  about: About,
  input: DecideCase,
  now: Date,
): Promise<string | null> {
  const lots = await tx
    .select()
    .from(caseLots)
    .where(eq(caseLots.caseId, found.id))
    .orderBy(asc(caseLots.assetId));
  if (lots.length === 0) return null;
  const { organizationId, responseId } = found;
  const from = (await disputeAccounts(tx, [organizationId])).get(organizationId)!;
  const atSite = input.decision === "found" && input.foundAt === "site";
  if (atSite) await addToPicks(tx, about.delivery.id, found.lineN, lots);
  const to =
    input.decision !== "found"
      ? await lossAccount(tx, organizationId, lossReasonOf[found.kind])
      : atSite
        ? about.site
        : about.dock;
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
      postings: lots.map(({ assetId, quantity, valueFen }) => ({
        from,
        to,
        asset: assetId,
        amount: quantity,
        valueFen,
      })),
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
 * What turned up at the site may be handed on or sent back from there, so a pick's `good` rises by it; what the
 * receiver signed for stays as it was written down.
 */
async function addToPicks(
  tx: Tx,
  deliveryId: string,
  lineN: number | null,
  lots: readonly (typeof caseLots.$inferSelect)[],
): Promise<void> {
  const picks = await tx
    .select()
    .from(deliveryPicks)
    .where(and(eq(deliveryPicks.deliveryId, deliveryId), eq(deliveryPicks.lineN, lineN!)))
    .orderBy(asc(deliveryPicks.n));
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
        .where(and(eq(deliveryPicks.deliveryId, deliveryId), eq(deliveryPicks.n, pick.n)));
    }
  }
}
