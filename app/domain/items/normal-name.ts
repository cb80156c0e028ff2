/** A name as it is compared: full-width or not, upper or lower case, with or without spaces reads the same. */
export const normalName = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
