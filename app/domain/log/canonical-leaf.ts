import canonicalize from "canonicalize";

/** What a leaf may hold. Amounts are texts: a JSON number would be a float to whoever reads it. */
export type LeafValue = string | number | boolean | null | LeafValue[] | { [key: string]: LeafValue };

/** The bytes that are hashed: RFC 8785 canonical JSON, every text in NFC, keys in ASCII. Equal content is equal bytes. */
export const leafBytes = (leaf: LeafValue): Buffer => Buffer.from(canonicalText(leaf));

export function canonicalText(value: LeafValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("nothing to write");
  return text.normalize("NFC");
}
