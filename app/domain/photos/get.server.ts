import { type SQL, sql } from "drizzle-orm";
import { db, type Reader, type Redaction } from "#db";
import type { PhotoSubject } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { allOf, withinReach } from "../within-reach.server.ts";
import { subjects } from "./subjects.server.ts";

/** A photo as the desk sees it. The names of its files stay inside. */
export interface Photo {
  id: string;
  subjectKind: PhotoSubject;
  subjectId: string;
  /** What people know the subject by. */
  number: string;
  deliveryId: string | null;
  organization: string;
  lineN: number | null;
  bytes: number;
  width: number;
  height: number;
  /** Null until somebody looked at it for the public; then what is painted over, which may be nothing. */
  redactions: Redaction[] | null;
  /** The public file's name, while it is public. */
  publicFile: string | null;
  publishedBy: string | null;
  publishedAt: Date | null;
  /** Null when a receiver without an account took it. */
  takenBy: string | null;
  createdAt: Date;
}

/** One photo within reach that is not removed. */
export async function getPhoto(actor: MemberActor, id: string, reader: Reader = db): Promise<Photo> {
  const [row] = await reader.execute<PhotoRecord>(photosWhere(actor, sql`p.id = ${id}::uuid`));
  return row ? photoOf(row) : notFound("photo");
}

type Moments = "publishedAt" | "createdAt";
export type PhotoRecord = Omit<Photo, Moments> & { publishedAt: string | null; createdAt: string };

/** SQL: photos within reach that are not removed, and meet these conditions. `more` are further columns. */
export const photosWhere = (actor: MemberActor, condition: SQL | undefined, more: SQL = sql``): SQL => sql`
  select p.id, p.subject_kind as "subjectKind", p.subject_id as "subjectId", s.number,
         s.delivery_id as "deliveryId", o.name as organization, p.line_n as "lineN", p.bytes, p.width, p.height,
         p.redactions, p.public_file as "publicFile", publisher.name as "publishedBy",
         p.published_at::text as "publishedAt", taker.name as "takenBy", p.created_at::text as "createdAt" ${more}
  from photos p
  join ${subjects} s on s.kind = p.subject_kind and s.id = p.subject_id
  join organizations o on o.id = p.organization_id
  left join users taker on taker.id = p.taken_by
  left join users publisher on publisher.id = p.published_by
  where ${allOf(withinReach(actor, sql`p.organization_id`), sql`p.removed_at is null`, condition)}`;

export const photoOf = ({ publishedAt, createdAt, ...row }: PhotoRecord): Photo => ({
  ...row,
  publishedAt: publishedAt === null ? null : new Date(publishedAt),
  createdAt: new Date(createdAt),
});
