import { type BeneficiaryBasis, beneficiaryBases } from "#db/vocabulary";

/** How beneficiaries were chosen: one of the closed list, and words of one's own. */
export interface Basis {
  basis: BeneficiaryBasis;
  words: string | null;
}

/** As the books keep it: the word of the list, and behind a blank the words: "groups_first 独居老人先发". */
export const basisText = ({ basis, words }: Basis): string => (words ? `${basis} ${words}` : basis);

/** Reads what `basisText` wrote; null where nothing was said. */
export function readBasis(text: string | null): Basis | null {
  if (text === null) return null;
  const [first = "", ...rest] = text.split(" ");
  const basis = beneficiaryBases.find((each) => each === first);
  if (basis === undefined) return { basis: "other", words: text };
  return { basis, words: rest.join(" ") || null };
}
