import { sql } from "drizzle-orm";
import { db, type Reader } from "#db";
import type { Actor, ReceiverActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { fingerprint } from "./add.server.ts";
import { countDoorPhoto } from "./door-limit.server.ts";
import { encodePhoto } from "./encode.server.ts";
import { type AddedPhoto, insertPhoto } from "./insert.server.ts";
import { PHOTO_LIMITS } from "./limits.ts";
import type { AddPhotoAtDoor } from "./schema.ts";
import type { FoundSubject } from "./subjects.server.ts";
import { privateFileName, withFile } from "./with-file.server.ts";

const action = "photo.add-at-door";

/**
 * Keeps a photo of what arrived, for whoever signed for it: the label's code and the id of the signing are the key, for
 * seven days. As `addPhoto` otherwise. An address that sends too many must wait (`rate_limited`); refuses
 * `code_unknown`, `code_revoked`, `photo_too_late`, and a signing that is not this delivery's as not found.
 */
export async function addPhotoAtDoor(
  actor: Actor,
  photoId: string,
  input: AddPhotoAtDoor,
): Promise<AddedPhoto> {
  if (actor.kind === "receiver") await countDoorPhoto(actor.address);
  const { file: sent, code, confirmation, lineN } = input;
  await findSigned(db, input);
  const picture = await encodePhoto(sent);
  const file = privateFileName(photoId, picture.bytes);
  const asked = { code, confirmation, lineN, file: fingerprint(sent) };
  return withFile(file, picture.bytes, () =>
    perform({ actor, action, requestId: photoId, input: asked }, async (tx) => {
      const { subjectKind, subjectId, ...subject } = await findSigned(tx, input);
      return insertPhoto(tx, actor, subject, { id: photoId, subjectKind, subjectId, lineN, file, picture });
    }),
  );
}

/** `addPhotoAtDoor` with the parts as a page has them. `lineN` is the delivery's line it shows, or null. */
export const addReceiverPhoto = (
  actor: ReceiverActor,
  photoId: string,
  receipt: Pick<AddPhotoAtDoor, "code" | "confirmation" | "lineN">,
  file: Uint8Array<ArrayBuffer>,
): Promise<AddedPhoto> => addPhotoAtDoor(actor, photoId, { ...receipt, file });

type Signed = FoundSubject & { subjectKind: "receipt" | "case"; subjectId: string };

/**
 * The signing, when it is of the delivery with this label; the label of a box is that of the delivery it left with. Who
 * counted differently after somebody had signed has no receipt: their photos belong to the case of both counts.
 */
async function findSigned(
  reader: Reader,
  { code, confirmation }: Pick<AddPhotoAtDoor, "code" | "confirmation">,
): Promise<Signed> {
  const [delivery] = await reader.execute<{ id: string; organizationId: string; number: string }>(sql`
    select d.id, d.organization_id as "organizationId", d.number from deliveries d
    where d.code = ${code} or d.id = (
      select b.delivery_id from labels l join boxes b on b.id = l.box_id
      where l.code = ${code} and l.revoked_at is null)`);
  if (!delivery) return refuseCode(reader, code);
  const [signed] = await reader.execute<Pick<Signed, "subjectKind" | "subjectId"> & { isLate: boolean }>(sql`
    select kind as "subjectKind", id as "subjectId", at < now() - make_interval(days => ${PHOTO_LIMITS.doorDays}) as "isLate"
    from (
      select 'receipt' as kind, id, recorded_at as at from receipts
      where id = ${confirmation}::uuid and delivery_id = ${delivery.id}::uuid
      union all
      select 'case', id, created_at from cases
      where delivery_id = ${delivery.id}::uuid and kind = 'second_report'
        and report->'second'->>'request' = ${confirmation}::text
    ) signed`);
  if (!signed) return notFound("receipt");
  const { subjectKind, subjectId, isLate } = signed;
  if (isLate) refuse("photo_too_late", { days: PHOTO_LIMITS.doorDays });
  const { id: deliveryId, organizationId, number } = delivery;
  return { organizationId, deliveryId, number, subjectKind, subjectId };
}

async function refuseCode(reader: Reader, code: string): Promise<never> {
  const [revoked] = await reader.execute<{ number: string }>(sql`
    select d.number from revoked_codes r join deliveries d on d.id = r.delivery_id where r.code = ${code}`);
  return revoked ? refuse("code_revoked", revoked) : refuse("code_unknown", { code });
}
