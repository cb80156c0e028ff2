import sharp, { type Sharp } from "sharp";
import { DomainError, refuse } from "../errors.ts";
import { PHOTO_LIMITS, PHOTO_MEGABYTES } from "./limits.ts";
import { takingTurns } from "./turns.server.ts";

/** A JPEG made by us, and its size in pixels. */
export interface Picture {
  bytes: Buffer;
  width: number;
  height: number;
}

// Drawings (SVG), PDF and the rest are programs of their own; a photo is none of them, whatever its name says.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif"],
});
sharp.cache(false);

/** Two pictures at a time, for all of the process. */
const inTurn = takingTurns({ atOnce: 2, waiting: 24 });
const SECONDS = 20;

/**
 * A photo as it came (JPEG, PNG, WebP; HEIC where the platform can read it) made anew from its pixels: turned upright,
 * at most 1600 pixels long, in sRGB, as JPEG. Whatever else was in the file is gone: place, time, device, profiles,
 * thumbnails, and anything appended. Refuses `photo_too_large` and `photo_unreadable`.
 */
export async function encodePhoto(bytes: Uint8Array): Promise<Picture> {
  if (bytes.length > PHOTO_LIMITS.bytes) refuse("photo_too_large", { megabytes: PHOTO_MEGABYTES });
  const { longestSide: side } = PHOTO_LIMITS;
  return withSharp(bytes, (photo) =>
    photo.autoOrient().resize(side, side, { fit: "inside", withoutEnlargement: true }),
  );
}

/** Our own picture with these rectangles, in pixels, painted over: not covered but overwritten, then encoded anew. */
export async function paintPicture(
  bytes: Uint8Array,
  rectangles: readonly { left: number; top: number; width: number; height: number }[],
): Promise<Picture> {
  return withSharp(bytes, (photo) =>
    photo.composite(
      rectangles.map(({ left, top, width, height }) => ({
        input: { create: { width, height, channels: 3 as const, background: COVER } },
        left,
        top,
      })),
    ),
  );
}

/** 墨: nothing of what was there can be guessed from one colour. */
const COVER = "#37434f";

async function withSharp(bytes: Uint8Array, change: (photo: Sharp) => Sharp): Promise<Picture> {
  return inTurn(async () => {
    try {
      const opened = sharp(bytes, { failOn: "error", limitInputPixels: PHOTO_LIMITS.pixels });
      const { data, info } = await change(opened)
        .flatten({ background: "#fff" })
        .toColourspace("srgb")
        .jpeg({ quality: PHOTO_LIMITS.quality })
        .timeout({ seconds: SECONDS })
        .toBuffer({ resolveWithObject: true });
      return { bytes: data, width: info.width, height: info.height };
    } catch (error) {
      throw refusalFor(error);
    }
  });
}

function refusalFor(error: unknown): DomainError {
  const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
  const refusal = isTooLarge
    ? new DomainError("photo_too_large", { megabytes: PHOTO_MEGABYTES })
    : new DomainError("photo_unreadable", {});
  refusal.cause = error;
  return refusal;
}
