import { createHash } from "node:crypto";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { may } from "../permissions.ts";
import { encodePhoto } from "./encode.server.ts";
import { type AddedPhoto, insertPhoto } from "./insert.server.ts";
import type { AddPhoto } from "./schema.ts";
import { findSubject } from "./subjects.server.ts";
import { privateFileName, withFile } from "./with-file.server.ts";

/**
 * Keeps a photo of something within reach, made anew from its pixels. `photoId` is the request's id as well, made by
 * the client: the same photo sent again is one photo. Refuses `photo_too_large`, `photo_unreadable`, `photo_too_many`.
 */
export async function addPhoto(actor: MemberActor, photoId: string, input: AddPhoto): Promise<AddedPhoto> {
  if (!may(actor, "photo.add")) refuse("forbidden", { action: "photo.add" });
  await findSubject(db, actor, input);
  const { file: sent, ...named } = input;
  const picture = await encodePhoto(sent);
  const file = privateFileName(photoId, picture.bytes);
  const asked = { ...named, file: fingerprint(sent) };
  return withFile(file, picture.bytes, () =>
    perform({ actor, action: "photo.add", requestId: photoId, input: asked }, async (tx) => {
      const subject = await findSubject(tx, actor, input);
      return insertPhoto(tx, actor, subject, { ...named, id: photoId, file, picture });
    }),
  );
}

/** Of a file as it was sent, for the request's fingerprint: a photo of megabytes is not hashed as JSON. */
export const fingerprint = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
