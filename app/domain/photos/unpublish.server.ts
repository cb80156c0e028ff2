import { eq } from "drizzle-orm";
import { photos } from "#db";
import { fileStore } from "#app/files/open-store.server.ts";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { doneWith, lockPhoto } from "./lock-photo.server.ts";
import type { UnpublishPhoto } from "./schema.ts";

/** Keeps a photo inside: its public file is removed if there was one, and it waits for nobody's look any more. */
export async function unpublishPhoto(actor: MemberActor, requestId: string, input: UnpublishPhoto) {
  return perform({ actor, action: "photo.publish", requestId, input }, async (tx) => {
    const found = await lockPhoto(tx, actor, input.photoId);
    const redactions = found.redactions ?? [];
    await tx
      .update(photos)
      .set({ redactions, publicFile: null, publishedBy: null, publishedAt: null })
      .where(eq(photos.id, found.id));
    if (found.publicFile !== null) await fileStore().remove(found.publicFile);
    return doneWith(found);
  });
}
