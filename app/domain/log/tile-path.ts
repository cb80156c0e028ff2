import { TILE_WIDTH } from "./tile.ts";

/** A tile of hashes, or the bundle of entries beside a tile of level 0; `width` is 256 for a full one. */
export interface TileAddress {
  level: number | "entries";
  n: number;
  width: number;
}

/** "tile/0/x001/x234/067.p/5", as C2SP tlog-tiles writes it. */
export function tilePath({ level, n, width }: TileAddress): string {
  const groups = [n % 1000];
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(rest % 1000);
  const digits = groups.map((group) => String(group).padStart(3, "0"));
  const number = digits.map((group, i) => (i < digits.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${number}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

const PATH = /^tile\/(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** What such a path names; undefined for anything that is not written exactly so. */
export function parseTilePath(path: string): TileAddress | undefined {
  const [, level, number, width] = PATH.exec(path) ?? [];
  if (!level || !number) return undefined;
  const address: TileAddress = {
    level: level === "entries" ? level : Number(level),
    n: Number(number.replaceAll(/[x/]/g, "")),
    width: width ? Number(width) : TILE_WIDTH,
  };
  return tilePath(address) === path ? address : undefined;
}
