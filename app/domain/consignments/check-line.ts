/** Base units of a line in one place. */
export interface Part {
  account: bigint;
  quantity: bigint;
}

/** A line as it was counted; quantities in base units. */
export interface CountedLine {
  counted: bigint;
  /** Boxes of it that are taken in or held back, by the place they stand in. */
  boxes: readonly Part[];
  /** Counted in boxes that were sent back. */
  boxesSentBack: bigint;
  /** Sent back or held back beside the labelled boxes. */
  looseSentBack: bigint;
  looseHeldBack: bigint;
}

/**
 * Where the accepted goods of a line stand, by account: its boxes where they are, what is loose at the dock, what is
 * held back in quarantine. Null when there is less beside the boxes than was refused beside them.
 */
export function partsOf(line: CountedLine, dock: bigint, quarantine: bigint): Part[] | null {
  const boxed = line.boxes.reduce((sum, { quantity }) => sum + quantity, line.boxesSentBack);
  const loose = line.counted - boxed - line.looseSentBack - line.looseHeldBack;
  if (loose < 0n) return null;
  const parts = new Map<bigint, bigint>();
  const all = [
    ...line.boxes,
    { account: dock, quantity: loose },
    { account: quarantine, quantity: line.looseHeldBack },
  ];
  for (const { account, quantity } of all) {
    if (quantity > 0n) parts.set(account, (parts.get(account) ?? 0n) + quantity);
  }
  return [...parts].map(([account, quantity]) => ({ account, quantity }));
}

export const totalOf = (parts: readonly Part[]): bigint =>
  parts.reduce((sum, { quantity }) => sum + quantity, 0n);

/**
 * The value of what is accepted, in fen, rounded down: the line's value is that of what was announced, or, of a line
 * nobody announced, of what was counted.
 */
export function valueOfAccepted(
  line: { valueFen: bigint | null; expected: bigint | null; counted: bigint },
  accepted: bigint,
): bigint | null {
  const base = line.expected ?? line.counted;
  return line.valueFen === null || base === 0n ? null : (line.valueFen * accepted) / base;
}

/** What keeps goods of this expiry out of the stock: `short` is for a person to decide, `expired` for nobody. */
export function lifeOf(
  expiresOn: string | null,
  minRemainingDays: number | null,
  today: string,
): { verdict: "fine" | "short" | "expired"; days: number } {
  if (expiresOn === null) return { verdict: "fine", days: 0 };
  const days = Math.round((Date.parse(expiresOn) - Date.parse(today)) / 86_400_000);
  if (days < 0) return { verdict: "expired", days };
  return { verdict: minRemainingDays !== null && days < minRemainingDays ? "short" : "fine", days };
}
