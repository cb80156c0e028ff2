import { eq, sql } from "drizzle-orm";
import { photos } from "#db";
import { fileStore } from "#app/files/open-store.server.ts";
import type { UserActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { may } from "../permissions.ts";
import { getPhoto } from "./get.server.ts";
import { doneWith, lockPhoto } from "./lock-photo.server.ts";
import { readPainted } from "./read.server.ts";
import type { PublishPhoto } from "./schema.ts";
import { publicFileName, withFile } from "./with-file.server.ts";

/**
 * A person has looked at a photo and says what is painted over, or that nothing has to be: only then is there a file
 * for everybody, made from the painted pixels, under a name of its own. Doing it again replaces the former one.
 */
export async function publishPhoto(actor: UserActor, requestId: string, input: PublishPhoto) {
  if (!may(actor, "photo.publish")) refuse("forbidden", { action: "photo.publish" });
  const { redactions } = input;
  const { bytes } = await readPainted(actor, await getPhoto(actor, input.photoId), redactions);
  const publicFile = publicFileName();
  return withFile(publicFile, bytes, () =>
    perform({ actor, action: "photo.publish", requestId, input }, async (tx) => {
      const found = await lockPhoto(tx, actor, input.photoId);
      await tx
        .update(photos)
        .set({ redactions, publicFile, publishedBy: actor.userId, publishedAt: sql`now()` })
        .where(eq(photos.id, found.id));
      if (found.publicFile !== null) await fileStore().remove(found.publicFile);
      return { ...doneWith(found), detail: { redactions: redactions.length } };
    }),
  );
}
