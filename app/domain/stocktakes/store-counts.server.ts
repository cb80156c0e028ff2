import { and, eq, inArray, sql } from "drizzle-orm";
import { bins, sourceLots, stocktakeBins, stocktakeCounts, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { insertRows } from "../insert-rows.server.ts";
import { type BinState, binStates } from "./bin-state.server.ts";
import type { Stocktake } from "./find.server.ts";
import type { CountedBin } from "./schema.ts";

/**
 * Stores what was counted in places of a stocktake beside what the books say that moment, in place of any count before.
 * A lot that stands there by the books and was not written down was counted as none.
 */
export async function storeCounts(
  tx: Tx,
  actor: MemberActor,
  stocktake: Stocktake,
  counted: readonly CountedBin[],
  occurredAt: string | null,
): Promise<void> {
  const accounts = counted.map(({ accountId }) => BigInt(accountId));
  await lockBins(tx, stocktake, accounts);
  await checkLots(tx, stocktake, counted);
  const states = await binStates(tx, stocktake.warehouseId, accounts);
  for (const bin of counted) await checkState(tx, bin, states.get(BigInt(bin.accountId))!);
  await tx
    .delete(stocktakeCounts)
    .where(and(eq(stocktakeCounts.stocktakeId, stocktake.id), inArray(stocktakeCounts.accountId, accounts)));
  await insertRows(
    tx,
    stocktakeCounts,
    counted.flatMap((bin) => rowsOf(stocktake, bin, states.get(BigInt(bin.accountId))!)),
  );
  await markCounted(tx, actor, stocktake, states, occurredAt);
}

/** In the order of accounts, so that two sheets with the same bins wait for each other instead of blocking. */
async function lockBins(tx: Tx, stocktake: Stocktake, accounts: bigint[]): Promise<void> {
  const locked = await tx
    .select({ accountId: stocktakeBins.accountId })
    .from(stocktakeBins)
    .where(and(eq(stocktakeBins.stocktakeId, stocktake.id), inArray(stocktakeBins.accountId, accounts)))
    .orderBy(stocktakeBins.accountId)
    .for("update");
  if (locked.length < new Set(accounts).size) notFound("bin");
}

/** Any lot of the organization may turn up in a bin, also one that the books have elsewhere. */
async function checkLots(tx: Tx, stocktake: Stocktake, counted: readonly CountedBin[]): Promise<void> {
  const assets = [...new Set(counted.flatMap(({ counts }) => counts.map(({ assetId }) => BigInt(assetId))))];
  if (assets.length === 0) return;
  const known = await tx
    .select({ assetId: sourceLots.assetId })
    .from(sourceLots)
    .where(and(inArray(sourceLots.assetId, assets), eq(sourceLots.organizationId, stocktake.organizationId)));
  if (known.length < assets.length) notFound("lot");
}

async function checkState(tx: Tx, bin: CountedBin, state: BinState): Promise<void> {
  if (state.pickedFor === null && state.since === bin.since) return;
  const [place] = await tx
    .select({ name: bins.name })
    .from(bins)
    .where(eq(bins.accountId, BigInt(bin.accountId)));
  const name = place?.name ?? "";
  if (state.pickedFor !== null) refuse("bin_being_picked", { bin: name, delivery: state.pickedFor });
  refuse("bin_changed", { bin: name });
}

function rowsOf(stocktake: Stocktake, bin: CountedBin, state: BinState) {
  const counted = new Map(bin.counts.map((count) => [BigInt(count.assetId), count.counted]));
  return [...new Set([...state.lots.keys(), ...counted.keys()])].map((assetId) => ({
    stocktakeId: stocktake.id,
    accountId: BigInt(bin.accountId),
    assetId,
    expected: state.lots.get(assetId) ?? 0n,
    counted: counted.get(assetId) ?? 0n,
  }));
}

async function markCounted(
  tx: Tx,
  actor: MemberActor,
  stocktake: Stocktake,
  states: Map<bigint, BinState>,
  occurredAt: string | null,
): Promise<void> {
  const seqs = [...states].map(([account, { seq }]) => [`${account}`, seq === null ? null : `${seq}`]);
  await tx.execute(sql`
    update stocktake_bins b
    set rounds = rounds + 1, seq = t.seq, counted_by = ${userIdOf(actor)}, counted_at = ${occurredAt ?? new Date().toISOString()}::timestamptz
    from unnest(${sql.param(seqs.map(([account]) => account))}::bigint[], ${sql.param(seqs.map(([, seq]) => seq))}::bigint[])
      as t (account, seq)
    where b.stocktake_id = ${stocktake.id} and b.account_id = t.account`);
}
