import { sql } from "drizzle-orm";
import { balances, type Tx } from "#db";
import { shareOfValue } from "../money.ts";

/** A lot in a place. */
export interface Standing {
  account: bigint;
  asset: bigint;
}

/** What some balances hold, as it is taken from step by step. Amounts in base units (or fen), values in fen. */
export class Held {
  readonly #held: Map<string, { amount: bigint; valueFen: bigint }>;

  constructor(rows: readonly (typeof balances.$inferSelect)[]) {
    this.#held = new Map(
      rows.map(({ accountId, assetId, amount, valueFen }) => [
        keyOf({ account: accountId, asset: assetId }),
        { amount, valueFen },
      ]),
    );
  }

  /** Whether anything was ever held there. */
  has(standing: Standing): boolean {
    return this.#held.has(keyOf(standing));
  }

  amount(standing: Standing): bigint {
    return this.#held.get(keyOf(standing))?.amount ?? 0n;
  }

  /**
   * Takes a part away and answers the value that travels with it. Throws a RangeError when there is less; where nothing
   * was ever held it is worth nothing, and the ledger refuses it.
   */
  take(standing: Standing, quantity: bigint): bigint {
    const there = this.#held.get(keyOf(standing));
    if (there === undefined) return 0n;
    const valueFen = shareOfValue(there.valueFen, there.amount, quantity);
    there.amount -= quantity;
    there.valueFen -= valueFen;
    return valueFen;
  }
}

const keyOf = ({ account, asset }: Standing): string => `${account}/${asset}`;

/** The step: locks balances in the ledger's order until commit, so that what is decided by them stays true. */
export async function lockHeld(tx: Tx, standing: readonly Standing[]): Promise<Held> {
  if (standing.length === 0) return new Held([]);
  const accounts = sql.param(standing.map(({ account }) => `${account}`));
  const assets = sql.param(standing.map(({ asset }) => `${asset}`));
  const rows = await tx
    .select()
    .from(balances)
    .where(
      sql`(${balances.accountId}, ${balances.assetId}) in (
        select * from unnest(${accounts}::bigint[], ${assets}::bigint[]))`,
    )
    .orderBy(balances.accountId, balances.assetId)
    .for("update");
  return new Held(rows);
}
