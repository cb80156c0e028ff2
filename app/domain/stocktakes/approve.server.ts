import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { stocktakeBins, stocktakes, type Tx } from "#db";
import type { LossReason } from "#db/vocabulary";
import { type MemberActor, userIdOf } from "../actor.ts";
import { refuse } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { lossAccount } from "../ledger/standing-accounts.server.ts";
import { perform } from "../perform.server.ts";
import { adjustmentOf, type Difference } from "./adjust.ts";
import { lockOpenStocktake, type Stocktake } from "./find.server.ts";
import { hasCounted } from "./part.server.ts";
import type { ApproveStocktake } from "./schema.ts";

/**
 * Brings the books to what was counted, in one entry; without a difference there is none. Somebody who counted none of
 * its places does it (`duties_apart`), or gives the reason for the emergency. Every place is counted, or left out on
 * purpose (`bins_not_counted`); each difference has a reason; what is missing must still be there to take away
 * (`count_outdated`).
 */
export async function approveStocktake(actor: MemberActor, requestId: string, input: ApproveStocktake) {
  return perform({ actor, action: "stocktake.approve", requestId, input }, async (tx) => {
    const stocktake = await lockOpenStocktake(tx, actor, input.stocktakeId, "update");
    const overridden = await checkCounts(tx, actor, stocktake, input);
    const differences = await lockedDifferences(tx, stocktake);
    const explained = differences.map((difference) => explain(difference, input));
    for (const difference of explained) refuseOutdated(difference);
    await keepReasons(tx, stocktake, explained);
    const entryId = explained.length > 0 ? uuidv7() : null;
    if (entryId !== null) await adjust(tx, actor, stocktake, explained, entryId);
    await tx
      .update(stocktakes)
      .set({
        status: "approved",
        approvedBy: userIdOf(actor),
        approvedAt: new Date(),
        overrideReason: overridden ? input.overrideReason : null,
        entryId,
      })
      .where(eq(stocktakes.id, stocktake.id));
    return {
      result: { id: stocktake.id, differences: explained.length, entryId },
      organizationId: stocktake.organizationId,
      subjectId: stocktake.id,
      detail: { differences: explained.length },
    };
  });
}

/** Whether it is the emergency that the reason for an override is for. */
async function checkCounts(
  tx: Tx,
  actor: MemberActor,
  stocktake: Stocktake,
  input: ApproveStocktake,
): Promise<boolean> {
  const bins = await tx.select().from(stocktakeBins).where(eq(stocktakeBins.stocktakeId, stocktake.id));
  const counted = bins.filter(({ rounds }) => rounds > 0);
  const countedOne = await hasCounted(tx, actor, stocktake.id);
  if (countedOne && input.overrideReason === null) refuse("duties_apart", {});
  const rounds = bins.reduce((sum, bin) => sum + bin.rounds, 0);
  if (input.rounds !== null && input.rounds !== rounds) refuse("stale", { what: "stocktake" });
  if (counted.length < bins.length && (!input.leaveOut || counted.length === 0)) {
    refuse("bins_not_counted", { count: bins.length - counted.length });
  }
  return countedOne;
}

interface Found extends Omit<Difference, "reason"> {
  bin: string;
  item: string;
  unit: string;
}

/** The lines that differ, with the balances they change locked in the ledger's order. */
async function lockedDifferences(tx: Tx, stocktake: Stocktake): Promise<Found[]> {
  await tx.execute(sql`
    select from balances b
    join stocktake_counts c on c.account_id = b.account_id and c.asset_id = b.asset_id
    where c.stocktake_id = ${stocktake.id} and c.counted <> c.expected
    order by b.account_id, b.asset_id for update of b`);
  const rows = await tx.execute<Record<string, string | null>>(sql`
    select c.account_id::text as account, c.asset_id::text as asset, c.expected::text, c.counted::text,
           coalesce(b.amount, 0)::text as amount, coalesce(b.value_fen, 0)::text as "valueFen",
           l.quantity::text as "lotQuantity", l.value_fen::text as "lotValueFen",
           i.name as item, i.base_unit as unit, bin.name as bin
    from stocktake_counts c
    join source_lots l on l.asset_id = c.asset_id
    join items i on i.id = l.item_id
    left join balances b on b.account_id = c.account_id and b.asset_id = c.asset_id
    left join bins bin on bin.account_id = c.account_id
    where c.stocktake_id = ${stocktake.id} and c.counted <> c.expected
    order by c.account_id, c.asset_id`);
  return rows.map((row) => ({
    account: BigInt(row.account!),
    asset: BigInt(row.asset!),
    expected: BigInt(row.expected!),
    counted: BigInt(row.counted!),
    held: { amount: BigInt(row.amount!), valueFen: BigInt(row.valueFen!) },
    lot: { quantity: BigInt(row.lotQuantity!), valueFen: BigInt(row.lotValueFen!) },
    bin: row.bin ?? "",
    item: row.item!,
    unit: row.unit!,
  }));
}

type Explained = Found & { reason: LossReason; remark: string | null };

function explain(difference: Found, input: ApproveStocktake): Explained {
  const given = input.reasons.find(
    ({ accountId, assetId }) =>
      BigInt(accountId) === difference.account && BigInt(assetId) === difference.asset,
  );
  const reason = given?.reason ?? input.restReason;
  if (reason === null) refuse("difference_unexplained", { bin: difference.bin, item: difference.item });
  return { ...difference, reason, remark: given?.remark ?? input.restRemark };
}

function refuseOutdated({ expected, counted, held, bin, item, unit }: Explained): void {
  const missing = expected - counted;
  if (missing <= held.amount) return;
  refuse("count_outdated", { bin, item, unit, missing: `${missing}`, held: `${held.amount}` });
}

async function keepReasons(tx: Tx, stocktake: Stocktake, explained: readonly Explained[]): Promise<void> {
  await tx.execute(sql`
    update stocktake_counts c set reason = t.reason, remark = t.remark
    from unnest(${sql.param(explained.map(({ account }) => `${account}`))}::bigint[],
                ${sql.param(explained.map(({ asset }) => `${asset}`))}::bigint[],
                ${sql.param(explained.map(({ reason }) => reason))}::text[],
                ${sql.param(explained.map(({ remark }) => remark))}::text[]) as t (account, asset, reason, remark)
    where c.stocktake_id = ${stocktake.id} and c.account_id = t.account and c.asset_id = t.asset`);
}

async function adjust(
  tx: Tx,
  actor: MemberActor,
  stocktake: Stocktake,
  explained: readonly Explained[],
  entryId: string,
): Promise<void> {
  const loss = new Map<LossReason, bigint>();
  for (const reason of new Set(explained.map((difference) => difference.reason))) {
    loss.set(reason, await lossAccount(tx, stocktake.organizationId, reason));
  }
  await post(tx, actor, [
    {
      id: entryId,
      kind: "stocktake.approve",
      organizationId: stocktake.organizationId,
      responseId: stocktake.responseId,
      occurredAt: new Date(),
      document: { kind: "stocktake", id: stocktake.id },
      postings: explained.map((difference) => adjustmentOf(difference, loss)),
    },
  ]);
}
