import { normalName } from "./normal-name.ts";

/** What two entries of the catalogue are compared by. */
export interface Comparable {
  id: string;
  unit: string;
  specification: string | null;
  /** Its name first, then the others it goes by. */
  names: readonly string[];
  /** As `pinyinOf` writes it: the name's syllables stand first. */
  pinyin: string | null;
}

export interface Likely<Item> {
  item: Item;
  /** 0 to 1: how likely it is the same thing. */
  score: number;
}

const LIKELY = 0.4;
const SAME_SOUND = 0.9;
const SAME_SPECIFICATION = 0.1;

/**
 * The items of a catalogue that may be the same thing as `item`, the likeliest first. Only those counted in the same
 * unit: others could not become one with it.
 */
export function likelyMatches<Item extends Comparable>(
  item: Comparable,
  catalogue: readonly Item[],
  most = 3,
): Likely<Item>[] {
  return catalogue
    .filter(({ id, unit }) => id !== item.id && unit === item.unit)
    .map((other) => ({ item: other, score: likeness(item, other) }))
    .filter(({ score }) => score >= LIKELY)
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

/** 0 to 1: by the likeliest pair of their names, a little more when they have the same specification. */
export function likeness(a: Comparable, b: Comparable): number {
  const pairs = a.names.flatMap((name) => b.names.map((other) => nameLikeness(name, other)));
  const sound = sameSound(a.pinyin, b.pinyin) ? SAME_SOUND : 0;
  const score = Math.max(sound, ...pairs);
  const specified = a.specification !== null && b.specification !== null;
  const same = specified && normalName(a.specification ?? "") === normalName(b.specification ?? "");
  return score > 0 && same ? Math.min(1, score + SAME_SPECIFICATION) : score;
}

/** How alike two names are: the same, one within the other, one a shorter way to say the other, or in part the same. */
export function nameLikeness(a: string, b: string): number {
  const [shorter = "", longer = ""] = [bare(a), bare(b)].sort((x, y) => x.length - y.length);
  if (shorter === "") return 0;
  if (shorter === longer) return 1;
  const share = shorter.length / longer.length;
  if (shorter.length >= 2 && longer.includes(shorter)) return 0.5 + 0.4 * share;
  if (shorter.length >= 3 && isWithin(shorter, longer)) return 0.45 + 0.4 * share;
  return 0.8 * sharedPairs(shorter, longer);
}

/** 抗原试剂 is within 抗原检测试剂: its characters stand there in the same order. */
function isWithin(shorter: string, longer: string): boolean {
  let at = -1;
  return [...shorter].every((character) => (at = longer.indexOf(character, at + 1)) >= 0);
}

/** Dice's coefficient over pairs of neighbouring characters. */
function sharedPairs(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.size + second.size === 0) return 0;
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size);
}

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Letters and digits alone: brackets, commas and dashes say nothing. */
const bare = (name: string): string => normalName(name).replace(/[^\p{L}\p{N}%]/gu, "");

function sameSound(a: string | null, b: string | null): boolean {
  const [first] = a?.split(" ") ?? [];
  const [second] = b?.split(" ") ?? [];
  return first !== undefined && first !== "" && first === second;
}
