import { and, eq, inArray, isNull } from "drizzle-orm";
import { photos, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";

/** A photo within reach that is not removed, locked until commit. */
export async function lockPhoto(tx: Tx, actor: MemberActor, photoId: string) {
  const [found] = await tx
    .select()
    .from(photos)
    .where(
      and(eq(photos.id, photoId), isNull(photos.removedAt), inArray(photos.organizationId, [...actor.reach])),
    )
    .for("update");
  return found ?? notFound("photo");
}

/** What every verb about a photo answers. */
export const doneWith = ({ id, organizationId }: typeof photos.$inferSelect) => ({
  result: { id },
  organizationId,
  subjectId: id,
});
