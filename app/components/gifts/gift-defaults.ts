import type { TypedValues } from "#app/components/fields/read-form.ts";
import { formatYuan } from "#app/domain/money.ts";
import type { Pack } from "#app/domain/quantity.ts";

interface PledgeThatCame {
  id: string;
  donor: string;
  restriction: string | null;
  amountFen: bigint | null;
  receivedFen: bigint;
  lines: { item: string; unit: string; pack: Pack | undefined; promised: bigint; received: bigint }[];
}

/** What the form of a gift of money starts with: today, and what is still to come of the promise it fulfils. */
export function moneyGiftDefaults(pledge: PledgeThatCame | null, today: string): TypedValues {
  if (pledge === null) return { receivedOn: today };
  const left = (pledge.amountFen ?? 0n) - pledge.receivedFen;
  return { ...common(pledge, today), ...(left > 0n && { amount: formatYuan(left) }) };
}

/** The same for goods: a line for each item still to come, in full packs where they come out even. */
export function goodsGiftDefaults(pledge: PledgeThatCame | null, today: string): TypedValues {
  if (pledge === null) return { receivedOn: today };
  const lines = pledge.lines
    .filter(({ promised, received }) => promised > received)
    .map(({ item, unit, pack, promised, received }): { [key: string]: string } => {
      const left = promised - received;
      const packed = pack !== undefined && left % pack.size === 0n;
      return packed
        ? { item, unit, quantity: `${left / pack.size}`, packName: pack.name, packSize: `${pack.size}` }
        : { item, unit, quantity: `${left}` };
    });
  return { ...common(pledge, today), lines };
}

const common = (pledge: PledgeThatCame, today: string): TypedValues => ({
  receivedOn: today,
  pledgeId: pledge.id,
  donor: pledge.donor,
  ...(pledge.restriction !== null && { restrictedTo: pledge.restriction }),
});
