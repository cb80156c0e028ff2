import type { PublicSummary } from "./public-summary.ts";

/** What the sums are off by; all nil when the books hold. A page shows no total otherwise. */
export function summaryOff({ money, goods }: Pick<PublicSummary, "money" | "goods">) {
  const moneyFen = money.receivedFen - money.purchasesFen - money.grantsFen - money.leftFen;
  const goodsFen = goods.receivedFen - goods.handedOutFen - goods.lostFen - goods.leftFen;
  return {
    moneyFen,
    goodsFen,
    items: goods.itemsOff,
    holds: moneyFen === 0n && goodsFen === 0n && goods.itemsOff === 0,
  };
}
