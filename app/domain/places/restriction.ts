import type { SiteKind } from "#db/vocabulary";

/** What a donor asked for. All three null: a purpose in words, which no picking rule may spend on its own. */
export interface Restriction {
  townshipCode: string | null;
  siteKind: SiteKind | null;
  siteId: string | null;
}

/** Where goods are to go. */
export interface Destination {
  siteId: string;
  siteKind: SiteKind;
  townshipCode: string;
}

const free = /^(非定向|不限|不限用途|无|否|自由支配|无限定|—|-|\/)?$/;

/** The restriction's own words: "定向：金桥镇" reads 金桥镇; null when the gift is free to use. */
export function restrictionText(text: string | null | undefined): string | null {
  const bare = (text ?? "").normalize("NFKC").trim();
  if (free.test(bare)) return null;
  const named = bare.replace(/^(定向捐赠|定向用于|定向|限定|指定|只给|用于)\s*[:：]?\s*/, "").trim();
  return named === "" ? null : named;
}

const kindWords: readonly (readonly [SiteKind, RegExp])[] = [
  ["field_hospital", /^方舱(医院)?$/],
  ["hospital", /^(定点)?医院$/],
  ["committee", /^(居委会?|村委会?|居村委会?)$/],
  ["compound", /^(小区|社区)$/],
];

/** Reads a restriction's words as a township or a kind of site; anything else stays a purpose in words. */
export function parseRestriction(
  text: string,
  townships: readonly { code: string; name: string }[],
): Restriction {
  const township = townships.find(({ name }) => name === text || shortName(name) === text);
  const siteKind = kindWords.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  return { townshipCode: township?.code ?? null, siteKind: township ? null : siteKind, siteId: null };
}

/** 花木街道 → 花木, 金桥镇 → 金桥: what people write. */
const shortName = (name: string): string => name.replace(/(街道|新镇|镇)$/, "");

/** May goods under this restriction go there? */
export function allows(restriction: Restriction | null, to: Destination): boolean {
  if (restriction === null) return true;
  if (restriction.siteId) return restriction.siteId === to.siteId;
  if (restriction.townshipCode) return restriction.townshipCode === to.townshipCode;
  if (restriction.siteKind) return restriction.siteKind === to.siteKind;
  return false;
}
