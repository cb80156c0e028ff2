import { fillPinyin } from "#app/domain/items/fill-pinyin.server.ts";

/** Items from before there was pinyin get theirs, so that a search by it finds them too. */
export async function fillMissingPinyin(): Promise<void> {
  while ((await fillPinyin({ kind: "system", job: "fill-pinyin" })) > 0);
}
