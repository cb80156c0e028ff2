import { formatYuan } from "#app/domain/money.ts";
import type { Trace } from "#app/domain/trace/trace.ts";
import type { Messages } from "#app/i18n/messages.ts";

/** What the page is called by: the gift, or the promise of which nothing has come. */
export function traceHeading({ gifts, promise }: Trace, { trace }: Pick<Messages, "trace">): string {
  const { heading } = trace;
  const inForce = gifts.filter(({ takenBack }) => !takenBack);
  if (inForce.length === 0) {
    if (gifts.length > 0) return heading.takenBack;
    if (promise?.state === "withdrawn") return heading.withdrawn;
    return heading.notYet[promise?.kind ?? "goods"];
  }
  const amount = inForce.reduce((sum, { money }) => sum + (money?.amountFen ?? 0n), 0n);
  if (amount > 0n) return heading.money(formatYuan(amount));
  const items = new Set(inForce.flatMap(({ lots }) => lots.map(({ item }) => item)));
  const [only] = items;
  return items.size === 1 && only !== undefined ? heading.goods(only) : heading.manyGoods;
}

/** The number a donor knows it by. */
export const traceNumber = ({ gifts, promise }: Pick<Trace, "gifts" | "promise">): string =>
  gifts.length === 1 ? gifts[0]!.number : (promise?.number ?? gifts[0]?.number ?? "");
