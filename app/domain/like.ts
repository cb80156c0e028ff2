/** A pattern for ILIKE that finds `text` anywhere; its own %, _ and \ stand for themselves. */
export const likePattern = (text: string): string =>
  `%${text
    .normalize("NFKC")
    .trim()
    .replace(/[\\%_]/g, "\\$&")}%`;
