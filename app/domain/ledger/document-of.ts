/** The document a lot came into being with, gift or kit: what an entry that only moves the lot belongs to. */
export function documentOf(lot: { giftId: string | null; kitId: string | null }) {
  if (lot.giftId !== null) return { kind: "gift" as const, id: lot.giftId };
  if (lot.kitId !== null) return { kind: "kit" as const, id: lot.kitId };
  throw new Error("a lot without a source");
}
