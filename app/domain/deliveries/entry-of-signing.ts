import { uuidv7 } from "uuidv7";
import type { Entry } from "../ledger/post.server.ts";
import type { Signing } from "./write-receipts.server.ts";

/**
 * The entry of one signing: what is good goes to the site, what is missing or damaged to the dispute account. Undefined
 * when parts brought everything before, so that nothing is left to move.
 */
export function entryOfSigning(
  { ask, delivery, settled, at }: Signing,
  disputes: ReadonlyMap<string, bigint>,
): Entry | undefined {
  const { account, siteAccount, organizationId, responseId, id } = delivery;
  const dispute = disputes.get(organizationId) ?? 0n;
  const postings = settled.flatMap(({ picks }) =>
    picks.flatMap(({ asset, good, goodValueFen, missing, missingValueFen }) => [
      { from: account, to: siteAccount, asset, amount: good, valueFen: goodValueFen },
      { from: account, to: dispute, asset, amount: missing, valueFen: missingValueFen },
    ]),
  );
  const moved = postings.filter(({ amount }) => amount > 0n);
  if (moved.length === 0) return undefined;
  return {
    id: uuidv7(),
    kind: "delivery.confirm",
    actor: ask.actor,
    organizationId,
    responseId,
    occurredAt: at,
    document: { kind: "delivery", id },
    postings: moved,
  };
}
