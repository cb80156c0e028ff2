import { pinyin } from "pinyin-pro";

/**
 * What an item is found by when it is typed in Latin letters: for each of its names the syllables without tones and
 * their initials, "yiyongkouzhao yykz". A character with several readings has the one its word asks for.
 */
export function pinyinOf(names: readonly string[]): string {
  const words = names.flatMap((name) => {
    const syllables = pinyin(name.normalize("NFKC"), { toneType: "none", type: "array", v: true });
    const read = syllables.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ""));
    return [read.join(""), read.map((syllable) => syllable.charAt(0)).join("")];
  });
  return [...new Set(words.filter((word) => word !== ""))].join(" ");
}
