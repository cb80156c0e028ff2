import { z } from "zod";
import { photoSubjects } from "#db/vocabulary";
import { id, labelCode, reasonText, smallWhole } from "../fields.ts";
import { PHOTO_LIMITS } from "./limits.ts";

/** A photo as a program sends it: base64. What is too long is refused here, before it is read. */
const file = z
  .base64("bad_file")
  .min(4, "required")
  .max(Math.ceil(PHOTO_LIMITS.bytes / 3) * 4, "file_too_large")
  .transform((text) => new Uint8Array(Buffer.from(text, "base64")));

/** A line of the delivery, when the photo shows one. Blank reads as null. */
const lineN = z
  .union([smallWhole(1, 1000), z.literal("")])
  .nullish()
  .transform((n) => (n === "" ? null : (n ?? null)));

/** What a photo belongs to. */
export const Subject = z.object({ subjectKind: z.enum(photoSubjects, "choose"), subjectId: id });
export type Subject = z.output<typeof Subject>;

export const AddPhoto = Subject.extend({ lineN, file });
export type AddPhoto = z.output<typeof AddPhoto>;

/** From the door: `confirmation` is the request id with which the delivery was signed for. */
export const AddPhotoAtDoor = z.object({ code: labelCode, confirmation: id, lineN, file });
export type AddPhotoAtDoor = z.output<typeof AddPhotoAtDoor>;

/** The form that sends a photo from the desk. */
export const PhotoForm = z.object({
  file: z
    .instanceof(File, { error: "photo_required" })
    .refine(({ size }) => size <= PHOTO_LIMITS.bytes, "file_too_large"),
});
export type PhotoForm = z.output<typeof PhotoForm>;

/** In thousandths of the picture's width and height. */
const Rectangle = z
  .object({
    x: smallWhole(0, 999),
    y: smallWhole(0, 999),
    width: smallWhole(1, 1000),
    height: smallWhole(1, 1000),
  })
  .refine(({ x, width }) => x + width <= 1000, { path: ["width"], error: "outside_picture" })
  .refine(({ y, height }) => y + height <= 1000, { path: ["height"], error: "outside_picture" });

const rectangles = z.array(Rectangle).max(PHOTO_LIMITS.redactions, "too_many");

/** What would be painted over, to look at it first. */
export const LookAtPhoto = z.object({ redactions: rectangles.default([]) });
export type LookAtPhoto = z.output<typeof LookAtPhoto>;

/** An empty list says that somebody looked and found nothing to hide; a form, which has no empty lists, says "none". */
export const PublishPhoto = z.object({
  photoId: id,
  redactions: z
    .union([rectangles, z.literal("none")], "look_first")
    .transform((list) => (list === "none" ? [] : list)),
});
export type PublishPhoto = z.output<typeof PublishPhoto>;

export const UnpublishPhoto = z.object({ photoId: id });
export type UnpublishPhoto = z.output<typeof UnpublishPhoto>;

export const RemovePhoto = z.object({ photoId: id, reason: reasonText });
export type RemovePhoto = z.output<typeof RemovePhoto>;

/** The plain form at the door; `line` is the delivery's line that the photo shows. */
export const DoorPhotoForm = z.object({
  photo: id,
  confirmation: id,
  code: labelCode,
  line: lineN,
  file: z.instanceof(File, { error: "photo_required" }),
});
export type DoorPhotoForm = z.output<typeof DoorPhotoForm>;
