/** What a picture may be when it comes, and what is made of it. */
export const PHOTO_LIMITS = {
  /** Of the file as it was sent. */
  bytes: 12 * 1024 * 1024,
  /** More than any telephone's camera takes by default; a small file may claim to be larger than memory. */
  pixels: 65_000_000,
  perSubject: 8,
  /** Of what is kept, in pixels. */
  longestSide: 1600,
  quality: 80,
  /** Rectangles painted over in one picture. */
  redactions: 50,
  /** After signing, for whoever signed. */
  doorDays: 7,
} as const;

/** The limit of a file as people read it, in megabytes. */
export const PHOTO_MEGABYTES = PHOTO_LIMITS.bytes / 1024 / 1024;

/** Whether a request with one photo is too large to be read, the form around it included; so is one that does not say. */
export const isTooLarge = ({ headers }: Pick<Request, "headers">): boolean =>
  !(Number(headers.get("Content-Length") ?? Infinity) <= PHOTO_LIMITS.bytes + 100_000);
