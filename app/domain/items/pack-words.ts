import { formatQuantity, formatWhole } from "../quantity.ts";

interface Pack {
  name: string;
  count: bigint;
  of: string | null;
  size: bigint;
}

/** A pack in full, down to the base unit: "箱 = 40 盒 × 50 只 = 2,000 只", or "盒 = 50 只". */
export function packInWords(pack: Pack, packs: readonly Pack[], unit: string): string {
  const factors: string[] = [];
  let at: Pack | undefined = pack;
  while (at) {
    const inside: Pack | undefined = packs.find(({ name }) => name === at?.of);
    factors.push(`${formatWhole(at.count)} ${inside?.name ?? unit}`);
    at = inside;
  }
  const sum = factors.length > 1 ? ` = ${formatQuantity(pack.size, unit)}` : "";
  return `${pack.name} = ${factors.join(" × ")}${sum}`;
}
