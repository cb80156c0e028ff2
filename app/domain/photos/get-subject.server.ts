import { and, count, eq, isNull } from "drizzle-orm";
import { db, photos } from "#db";
import type { MemberActor } from "../actor.ts";
import type { Subject } from "./schema.ts";
import { findSubject } from "./subjects.server.ts";

/** What a photo is to be added to, within reach, and how many it has. */
export async function getPhotoSubject(actor: MemberActor, subject: Subject) {
  const found = await findSubject(db, actor, subject);
  const [kept] = await db
    .select({ photos: count() })
    .from(photos)
    .where(and(eq(photos.subjectId, subject.subjectId), isNull(photos.removedAt)));
  return { ...subject, ...found, kept: kept?.photos ?? 0 };
}
