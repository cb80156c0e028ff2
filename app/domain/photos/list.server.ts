import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import type { PhotoSubject } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { offsetOf, type Page, PAGE_SIZE } from "../paging.ts";
import { allOf } from "../within-reach.server.ts";
import { type Photo, type PhotoRecord, photoOf, photosWhere } from "./get.server.ts";
import type { PhotoView } from "./view.ts";

export interface PhotoFilter {
  view?: PhotoView | undefined;
  subjectId?: string | undefined;
  page?: number;
}

/** The photos within reach, those that came last first. */
export async function listPhotos(actor: MemberActor, filter: PhotoFilter = {}): Promise<Page<Photo>> {
  const { view, subjectId, page = 1 } = filter;
  const wanted = [
    view && inView[view],
    subjectId === undefined ? undefined : sql`p.subject_id = ${subjectId}::uuid`,
  ].filter((condition) => condition !== undefined);
  const rows = await db.execute<PhotoRecord & { total: number }>(sql`
    ${photosWhere(actor, wanted.length > 0 ? allOf(...wanted) : undefined, sql`, count(*) over ()::int as total`)}
    order by p.created_at desc, p.id desc limit ${PAGE_SIZE} offset ${offsetOf(page)}`);
  const photos = rows.map(({ total: _total, ...row }) => photoOf(row));
  return { rows: photos, total: rows[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
}

/** The photos of one thing within reach, the oldest first. */
export async function listPhotosOf(actor: MemberActor, kind: PhotoSubject, id: string): Promise<Photo[]> {
  const rows = await db.execute<PhotoRecord>(sql`
    ${photosWhere(actor, sql`p.subject_kind = ${kind} and p.subject_id = ${id}::uuid`)}
    order by p.created_at, p.id`);
  return rows.map(photoOf);
}

const inView: Record<PhotoView, SQL> = {
  waiting: sql`p.redactions is null`,
  public: sql`p.public_file is not null`,
  inside: sql`p.redactions is not null and p.public_file is null`,
};
