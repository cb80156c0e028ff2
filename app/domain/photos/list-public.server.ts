import { type SQL, sql } from "drizzle-orm";
import { db } from "#db";
import { subjects } from "./subjects.server.ts";

/** A photo as everybody may see it, at /photos/public/<name>: what had to be hidden is gone from it. */
export interface PublicPhoto {
  name: string;
  width: number;
  height: number;
  /** The delivery's line it shows, when it shows one. */
  lineN: number | null;
  takenAt: Date;
}

/** The public photos of each of these deliveries: of itself, its signings, its cases and its handing on. */
export const listPublicPhotosOfDeliveries = (ids: readonly string[]): Promise<Map<string, PublicPhoto[]>> =>
  publicPhotos(sql`s.delivery_id`, sql`s.delivery_id = any(${sql.param([...ids])}::uuid[])`);

/** The public photos of each of these gifts, as they came in. */
export const listPublicPhotosOfGifts = (ids: readonly string[]): Promise<Map<string, PublicPhoto[]>> =>
  publicPhotos(sql`s.id`, sql`s.kind = 'gift' and s.id = any(${sql.param([...ids])}::uuid[])`);

async function publicPhotos(of: SQL, condition: SQL): Promise<Map<string, PublicPhoto[]>> {
  const rows = await db.execute<Omit<PublicPhoto, "takenAt"> & { of: string; takenAt: string }>(sql`
    select ${of} as of, p.public_file as name, p.width, p.height, p.line_n as "lineN", p.created_at::text as "takenAt"
    from photos p
    join ${subjects} s on s.kind = p.subject_kind and s.id = p.subject_id
    where p.public_file is not null and p.removed_at is null and ${condition}
    order by p.created_at, p.id`);
  const photos = new Map<string, PublicPhoto[]>();
  for (const { of: id, takenAt, ...photo } of rows) {
    photos.set(id, [...(photos.get(id) ?? []), { ...photo, takenAt: new Date(takenAt) }]);
  }
  return photos;
}
