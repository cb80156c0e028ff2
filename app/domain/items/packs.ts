/** A pack as a person describes it: so many of the smaller pack `of`, or of the base unit when that is null. */
export interface DescribedPack {
  name: string;
  count: bigint;
  of: string | null;
}

/** A pack of an item; `of` is the place of the smaller pack in the list from 1, `size` the whole in base units. */
export interface SizedPack {
  name: string;
  count: bigint;
  of: number | null;
  size: bigint;
}

export type PacksVerdict =
  { ok: true; packs: SizedPack[] } | { ok: false; fields: Record<string, PackMessage> };

type PackMessage = "duplicate" | "pack_unknown" | "pack_in_itself" | "too_large";

const LARGEST = 10n ** 12n;

/** The packs of an item with their sizes; else what is wrong with which of them, by field. */
export function sizePacks(described: readonly DescribedPack[], unit: string): PacksVerdict {
  const places = new Map(described.map(({ name }, index) => [name, index]));
  const inner = described.map(({ of }) => (of === null || of === unit ? null : (places.get(of) ?? -1)));
  const fields: Record<string, PackMessage> = {};
  const packs = described.map(({ name, count }, index): SizedPack => {
    const smaller = inner[index] ?? null;
    if (name === unit || places.get(name) !== index) fields[`packs.${index}.name`] = "duplicate";
    else if (smaller === -1) fields[`packs.${index}.of`] = "pack_unknown";
    const size = sizeOf(index, described, inner);
    if (size === null) fields[`packs.${index}.of`] ??= "pack_in_itself";
    else if (size > LARGEST) fields[`packs.${index}.count`] = "too_large";
    return { name, count, of: smaller === null ? null : smaller + 1, size: size ?? count };
  });
  return Object.keys(fields).length === 0 ? { ok: true, packs } : { ok: false, fields };
}

/** Base units in a pack; null when it is inside itself. */
function sizeOf(
  index: number,
  described: readonly DescribedPack[],
  inner: readonly (number | null)[],
): bigint | null {
  let size = 1n;
  let at: number | null | undefined = index;
  for (let depth = 0; depth <= described.length; depth += 1) {
    if (at === null || at === undefined || at === -1) return size;
    size *= described[at]?.count ?? 1n;
    at = inner[at];
  }
  return null;
}

/**
 * The packs of two items that become one, those of the kept one first. A size it has already is not added again; a
 * name it uses for another size gets that size behind it.
 */
export function mergePacks(kept: readonly SizedPack[], added: readonly SizedPack[]): SizedPack[] {
  const packs = [...kept];
  for (const pack of [...added].sort((a, b) => (a.size < b.size ? -1 : 1))) {
    if (packs.some(({ size }) => size === pack.size)) continue;
    const taken = packs.some(({ name }) => name === pack.name);
    const inside = added[(pack.of ?? 0) - 1]?.size;
    const of = inside === undefined ? 0 : packs.findIndex(({ size }) => size === inside) + 1;
    packs.push({ ...pack, name: taken ? `${pack.name}${pack.size}` : pack.name, of: of || null });
  }
  return packs;
}
