/** How many base units one pack holds, such as 2,000 只 in a 箱. */
export type Pack = { name: string; size: bigint };

export type QuantityVerdict =
  | { ok: true; quantity: bigint }
  | { ok: false; reason: "empty" | "not_a_number" | "negative" | "fraction" | "too_large" };

const LARGEST_QUANTITY = 10n ** 12n;

/** Whole base units as typed: "16000", "16,000", full-width digits. Zero is allowed; the caller says whether it may be. */
export function parseQuantity(text: string): QuantityVerdict {
  const bare = text.normalize("NFKC").replace(/\s/g, "");
  if (bare === "") return { ok: false, reason: "empty" };
  const match = /^([-−+]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(bare);
  const whole = match?.[2]?.replaceAll(",", "").replace(/^0+(?=\d)/, "");
  if (!match || whole === undefined) return { ok: false, reason: "not_a_number" };
  if (match[1] === "-" || match[1] === "−") return { ok: false, reason: "negative" };
  if (/[1-9]/.test(match[3] ?? "")) return { ok: false, reason: "fraction" };
  if (whole.length > 13 || BigInt(whole) > LARGEST_QUANTITY) return { ok: false, reason: "too_large" };
  return { ok: true, quantity: BigInt(whole) };
}

/** "16,000"; a negative number with the sign U+2212. */
export function formatWhole(number: bigint): string {
  const digits = (number < 0n ? -number : number).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return number < 0n ? `−${digits}` : digits;
}

/** "16,000 只". */
export function formatQuantity(quantity: bigint, unit: string): string {
  return `${formatWhole(quantity)} ${unit}`;
}

/**
 * How a quantity is packed: "8 箱 × 2,000 只", with loose pieces "8 箱 × 2,000 只 + 400 只". Undefined when there is
 * no pack of more than one, or not one full pack.
 */
export function formatPacking(quantity: bigint, unit: string, pack?: Pack): string | undefined {
  if (!pack || pack.size <= 1n || quantity < pack.size) return undefined;
  const loose = quantity % pack.size;
  const full = `${formatWhole(quantity / pack.size)} ${pack.name} × ${formatQuantity(pack.size, unit)}`;
  return loose === 0n ? full : `${full} + ${formatQuantity(loose, unit)}`;
}

/** The quantity in full: "8 箱 × 2,000 只 = 16,000 只", or "400 只" where nothing is packed. */
export function formatPacks(quantity: bigint, unit: string, pack?: Pack): string {
  const packing = formatPacking(quantity, unit, pack);
  const total = formatQuantity(quantity, unit);
  return packing === undefined ? total : `${packing} = ${total}`;
}
