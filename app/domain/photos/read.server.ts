import { and, eq, inArray, isNull } from "drizzle-orm";
import { db, photos, type Redaction } from "#db";
import { fileStore } from "#app/files/open-store.server.ts";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { pixelBoxes } from "./pixel-boxes.ts";
import { paintPicture, type Picture } from "./encode.server.ts";

/** A photo's file as it is kept, for whoever reaches it. */
export async function readPhoto(actor: MemberActor, id: string): Promise<Buffer> {
  const [photo] = await db
    .select({ file: photos.file })
    .from(photos)
    .where(
      and(eq(photos.id, id), isNull(photos.removedAt), inArray(photos.organizationId, [...actor.reach])),
    );
  return (photo && (await fileStore().get(photo.file))) ?? notFound("photo");
}

/** The same with rectangles painted over: what would be public. */
export async function readPainted(
  actor: MemberActor,
  photo: { id: string; width: number; height: number },
  redactions: readonly Redaction[],
): Promise<Picture> {
  return paintPicture(await readPhoto(actor, photo.id), pixelBoxes(redactions, photo));
}

/** A public file, by its name, while its photo is public. Any other name reads as not found. */
export async function readPublicPhoto(name: string): Promise<Buffer> {
  const [photo] = await db
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.publicFile, name), isNull(photos.removedAt)));
  return (photo && (await fileStore().get(name))) ?? notFound("photo");
}
