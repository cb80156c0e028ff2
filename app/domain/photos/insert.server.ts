import { and, count, eq, isNull, sql } from "drizzle-orm";
import { photos, type Tx } from "#db";
import { type Actor, userIdOf } from "../actor.ts";
import { refuse } from "../errors.ts";
import type { Picture } from "./encode.server.ts";
import { PHOTO_LIMITS } from "./limits.ts";
import type { Subject } from "./schema.ts";
import type { FoundSubject } from "./subjects.server.ts";

/** A photo whose file is in the store. */
export interface NewPhoto extends Subject {
  id: string;
  lineN: number | null;
  file: string;
  picture: Picture;
}

/** What every verb that adds a photo answers. */
export type AddedPhoto = { id: string; width: number; height: number };

/** Writes a photo down; `photo_too_many` beyond eight of one subject, however many are sent at once. */
export async function insertPhoto(
  tx: Tx,
  actor: Actor,
  { organizationId, deliveryId }: FoundSubject,
  photo: NewPhoto,
) {
  const { id, subjectKind, subjectId, lineN, file, picture } = photo;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`photos of ${subjectId}`}, 0))`);
  if (lineN !== null) await checkLine(tx, deliveryId, lineN);
  const [kept] = await tx
    .select({ photos: count() })
    .from(photos)
    .where(and(eq(photos.subjectId, subjectId), isNull(photos.removedAt)));
  if ((kept?.photos ?? 0) >= PHOTO_LIMITS.perSubject)
    refuse("photo_too_many", { most: PHOTO_LIMITS.perSubject });
  const { width, height } = picture;
  await tx.insert(photos).values({
    id,
    organizationId,
    subjectKind,
    subjectId,
    lineN,
    file,
    bytes: picture.bytes.length,
    width,
    height,
    takenBy: userIdOf(actor),
  });
  const result: AddedPhoto = { id, width, height };
  return { result, organizationId, subjectId: id, detail: { of: subjectKind, subject: subjectId } };
}

async function checkLine(tx: Tx, deliveryId: string | null, lineN: number): Promise<void> {
  const lines = await tx.execute(sql`
    select from delivery_lines where delivery_id = ${deliveryId}::uuid and n = ${lineN}`);
  if (lines.length === 0) refuse("invalid", { fields: { line: "line_unknown" } });
}
