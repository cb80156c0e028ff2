import { fold } from "./cell.ts";

const UNRESTRICTED =
  /^(非定向|不定向|无定向|未定向|非限定性?|不限(定|定性|用途)?|未限定|无限定|无指定|未指定|不指定|统筹(使用)?|由.*统筹.*|无|否|没有|-+|\/+|unrestricted|none|no)$/i;
const RESTRICTED_ONLY = /^(定向(捐赠|用途)?|限定(性)?|指定(用途)?|是|有|restricted|yes)$/i;

export interface RestrictionReading {
  restriction: string | null;
  notice: "restriction_ignored" | "restriction_unnamed" | null;
}

/**
 * What a gift is tied to, from the columns 性质 (定向/非定向) and 定向用途 (`定向：金桥镇`, `高桥镇`).
 * 非定向 wins over a use written beside it; 定向 without a use keeps the word 定向 as its restriction.
 */
export function restrictionOf(nature: string, use: string): RestrictionReading {
  const natureFree = UNRESTRICTED.test(fold(nature));
  const named = restrictionNamed(use) ?? restrictionNamed(/定向|限定|指定/.test(fold(nature)) ? nature : "");
  if (natureFree) return { restriction: null, notice: named === null ? null : "restriction_ignored" };
  if (named !== null) return { restriction: named, notice: null };
  const tied = RESTRICTED_ONLY.test(fold(nature)) || RESTRICTED_ONLY.test(fold(use));
  return tied ? { restriction: "定向", notice: "restriction_unnamed" } : { restriction: null, notice: null };
}

function restrictionNamed(text: string): string | null {
  const folded = fold(text);
  if (folded === "" || UNRESTRICTED.test(folded) || RESTRICTED_ONLY.test(folded)) return null;
  const named = text
    .replace(/^\s*(定向|限定|指定)(捐赠|用途|用于|给|至)?\s*[：:（(\-—]?\s*/, "")
    .replace(/^用于/, "");
  const closed = /[（(]/.test(named) ? named : named.replace(/[）)]$/, "");
  return closed.trim() || null;
}
