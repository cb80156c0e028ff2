import { eq, sql } from "drizzle-orm";
import { photos } from "#db";
import { fileStore } from "#app/files/open-store.server.ts";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { doneWith, lockPhoto } from "./lock-photo.server.ts";
import type { RemovePhoto } from "./schema.ts";

/**
 * Removes a photo for good. Its files are gone before the row says so; that there was one, who took it and who removed
 * it and why stay on record.
 */
export async function removePhoto(actor: MemberActor, requestId: string, input: RemovePhoto) {
  return perform({ actor, action: "photo.remove", requestId, input }, async (tx) => {
    const found = await lockPhoto(tx, actor, input.photoId);
    await tx
      .update(photos)
      .set({ removedAt: sql`now()`, publicFile: null, publishedBy: null, publishedAt: null })
      .where(eq(photos.id, found.id));
    for (const name of [found.file, found.publicFile]) {
      if (name !== null) await fileStore().remove(name);
    }
    return { ...doneWith(found), detail: { reason: input.reason } };
  });
}
