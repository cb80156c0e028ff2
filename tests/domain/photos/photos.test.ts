import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { audit, cases, db, photos } from "#db";
import { addPhotoAtDoor, addReceiverPhoto } from "#app/domain/photos/add-at-door.server.ts";
import { DOOR_PHOTOS } from "#app/domain/photos/door-limit.server.ts";
import { getPhoto } from "#app/domain/photos/get.server.ts";
import { PHOTO_LIMITS } from "#app/domain/photos/limits.ts";
import {
  listPublicPhotosOfDeliveries,
  listPublicPhotosOfGifts,
} from "#app/domain/photos/list-public.server.ts";
import { listPhotos, listPhotosOf } from "#app/domain/photos/list.server.ts";
import { publishPhoto } from "#app/domain/photos/publish.server.ts";
import { readPhoto, readPublicPhoto } from "#app/domain/photos/read.server.ts";
import { removePhoto } from "#app/domain/photos/remove.server.ts";
import { PublishPhoto } from "#app/domain/photos/schema.ts";
import { unpublishPhoto } from "#app/domain/photos/unpublish.server.ts";
import { diskStore } from "#app/files/disk-store.server.ts";
import { openFileStore } from "#app/files/open-store.server.ts";
import { giveMoney } from "#tests/support/gifts.ts";
import { colourAt, filesKept, jpeg, keepPhoto, photoFolder, signing } from "#tests/support/photos.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { packedWorld, roadWorld } from "#tests/support/road.ts";
import { sign } from "#tests/support/signing.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let photo: Uint8Array<ArrayBuffer>;
let world: World;
let other: World;
beforeAll(async () => {
  photo = await jpeg();
  other = await makeWorld();
});
beforeEach(async () => {
  world = await makeWorld();
});

const rows = async (subjectId: string) => db.select().from(photos).where(eq(photos.subjectId, subjectId));
const row = async (id: string) => (await db.select().from(photos).where(eq(photos.id, id)))[0]!;
const receiver = (address: string) => ({ kind: "receiver", address }) as const;
const face = { x: 100, y: 200, width: 300, height: 400 };
const publish = (id: string, redactions = [face], requestId = uuidv7()) =>
  publishPhoto(world.actors.fund_officer, requestId, { photoId: id, redactions });

test("a photo is kept as one file and one row, with who took it; the audit knows of it", async () => {
  const before = filesKept();
  const { id, width, height } = await keepPhoto(world);
  const kept = await row(id);
  expect(filesKept().filter((name) => !before.includes(name))).toEqual([kept.file]);
  expect(kept).toMatchObject({
    organizationId: world.organizationId,
    subjectKind: "item",
    takenBy: world.actors.warehouse_keeper.userId,
    width,
    height,
    redactions: null,
    publicFile: null,
  });
  const bytes = await readPhoto(world.actors.auditor, id);
  expect(bytes.length).toBe(kept.bytes);
  expect(bytes.toString("latin1")).not.toMatch(/Geheimkamera|Weifang/);
  const [written] = await db.select().from(audit).where(eq(audit.subjectId, id));
  expect(written).toMatchObject({ action: "photo.add", detail: { of: "item", subject: world.mask.id } });
});

test("the same photo sent ten times at once is one; under its id another is refused and leaves no file", async () => {
  const id = uuidv7();
  const answers = await Promise.all(Array.from({ length: 10 }, () => keepPhoto(world, undefined, photo, id)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await rows(world.mask.id)).toHaveLength(1);
  const before = filesKept();
  const another = await jpeg({ left: "#000000" });
  expect(await refusalCode(keepPhoto(world, undefined, another, id))).toBe("request_reused");
  const elsewhere = { subjectKind: "item", subjectId: other.mask.id } as const;
  expect(await refusalCode(keepPhoto(other, elsewhere, photo, id))).toBe("request_reused");
  expect(filesKept()).toEqual(before);
  expect((await readPhoto(world.actors.auditor, id)).length).toBeGreaterThan(0);
});

test("eight of one thing, however many come at once; a removed one makes room", async () => {
  const sent = Array.from({ length: 12 }, () => refusalCode(keepPhoto(world, undefined, photo)));
  const codes = (await Promise.all(sent)).sort();
  expect(codes).toEqual([...Array<string>(8).fill("done"), ...Array<string>(4).fill("photo_too_many")]);
  const kept = await rows(world.mask.id);
  const files = kept.map(({ file }) => file);
  expect(filesKept().filter((name) => files.includes(name))).toHaveLength(8);
  await removePhoto(world.actors.dispatcher, uuidv7(), { photoId: kept[0]!.id, reason: "拍糊了" });
  expect(await refusalCode(keepPhoto(world, undefined, photo))).toBe("done");
});

test("what cannot be opened, and what is another organization's, leaves neither file nor row", async () => {
  const before = filesKept();
  const theirs = { subjectKind: "item", subjectId: other.mask.id } as const;
  expect(await refusalCode(keepPhoto(world, undefined, new Uint8Array([1, 2, 3])))).toBe("photo_unreadable");
  expect(await refusalCode(keepPhoto(world, undefined, new Uint8Array(50_000_000)))).toBe("photo_too_large");
  expect(await refusalCode(keepPhoto(world, theirs))).toBe("not_found");
  expect(await refusalCode(keepPhoto(world, { ...theirs, subjectId: uuidv7() }))).toBe("not_found");
  expect(filesKept()).toEqual(before);
  expect([await rows(world.mask.id), await rows(other.mask.id)]).toEqual([[], []]);
});

test("a store that is full, or gone, keeps nothing half: no row, no file, and the same photo may be sent again", async () => {
  const id = uuidv7();
  const before = filesKept();
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  openFileStore({ ...diskStore(photoFolder), put: () => Promise.reject(full) });
  try {
    await expect(keepPhoto(world, undefined, photo, id)).rejects.toBe(full);
  } finally {
    openFileStore(diskStore(photoFolder));
  }
  expect([await rows(world.mask.id), filesKept()]).toEqual([[], before]);
  expect(await keepPhoto(world, undefined, photo, id)).toMatchObject({ id });
});

test("a file that cannot be removed keeps its photo, which can be removed again", async () => {
  const { id } = await keepPhoto(world);
  const stuck = new Error("the disk is read-only");
  openFileStore({ ...diskStore(photoFolder), remove: () => Promise.reject(stuck) });
  const remove = () => removePhoto(world.actors.administrator, uuidv7(), { photoId: id, reason: "拍到门牌" });
  try {
    expect(await refusalCode(remove())).toBe("unexpected");
  } finally {
    openFileStore(diskStore(photoFolder));
  }
  expect(await row(id)).toMatchObject({ removedAt: null });
  await remove();
  expect((await row(id)).removedAt).toBeInstanceOf(Date);
});

test("nothing is public until a person has looked; then only what is painted, under a name of its own", async () => {
  const { id } = await keepPhoto(world);
  expect(PublishPhoto.safeParse({ photoId: id }).success).toBe(false);
  expect(PublishPhoto.parse({ photoId: id, redactions: "none" }).redactions).toEqual([]);
  await publish(id);
  const { file, publicFile } = await row(id);
  expect(publicFile).toMatch(/^[0-9a-f]{32}\.jpg$/);
  expect(publicFile?.slice(0, 8)).not.toBe(file.slice(0, 8));
  const shown = await readPublicPhoto(publicFile ?? "");
  expect(await colourAt(shown, 80, 100)).toEqual(await colourAt(shown, 120, 140));
  const [red = 0] = await colourAt(await readPhoto(world.actors.auditor, id), 80, 100);
  expect(red).toBeGreaterThan(150);
  for (const name of [file, `${id}.jpg`, "", "../../etc/passwd"]) {
    expect([name, await refusalCode(readPublicPhoto(name))]).toEqual([name, "not_found"]);
  }
});

test("looking again replaces the public file; the same request twice is one", async () => {
  const { id } = await keepPhoto(world);
  const requestId = uuidv7();
  await publish(id, [], requestId);
  const first = (await row(id)).publicFile ?? "";
  const before = filesKept();
  await publish(id, [], requestId);
  expect([filesKept(), (await row(id)).publicFile]).toEqual([before, first]);
  await publish(id, [face]);
  const second = (await row(id)).publicFile ?? "";
  expect(second).not.toBe(first);
  expect(await refusalCode(readPublicPhoto(first))).toBe("not_found");
  expect([filesKept().includes(first), filesKept().includes(second)]).toEqual([false, true]);
});

test("what is taken back or removed is gone for everybody, and its row stays", async () => {
  const { id } = await keepPhoto(world);
  const { id: aside } = await keepPhoto(world);
  await publish(id);
  const once = (await row(id)).publicFile ?? "";
  await unpublishPhoto(world.actors.fund_officer, uuidv7(), { photoId: id });
  await unpublishPhoto(world.actors.fund_officer, uuidv7(), { photoId: aside });
  expect(await refusalCode(readPublicPhoto(once))).toBe("not_found");
  expect(filesKept()).not.toContain(once);
  expect(
    (await listPhotos(world.actors.auditor, { view: "inside" })).rows.map((each) => each.id).sort(),
  ).toEqual([id, aside].sort());
  await publish(id, []);
  const { file, publicFile } = await row(id);
  await removePhoto(world.actors.dispatcher, uuidv7(), { photoId: id, reason: "拍到门牌" });
  expect(filesKept().filter((name) => name === file || name === publicFile)).toEqual([]);
  expect(await refusalCode(readPhoto(world.actors.auditor, id))).toBe("not_found");
  expect(await refusalCode(readPublicPhoto(publicFile ?? ""))).toBe("not_found");
  expect(await refusalCode(getPhoto(world.actors.auditor, id))).toBe("not_found");
  const said = await db.select().from(audit).where(eq(audit.subjectId, id));
  expect(said.find(({ action }) => action === "photo.remove")?.detail).toEqual({ reason: "拍到门牌" });
});

test("a photo sent again after it was removed does not come back", async () => {
  const id = uuidv7();
  await keepPhoto(world, undefined, photo, id);
  await removePhoto(world.actors.dispatcher, uuidv7(), { photoId: id, reason: "拍错" });
  const before = filesKept();
  await keepPhoto(world, undefined, photo, id);
  expect(filesKept()).toEqual(before);
});

test("another organization neither sees nor changes it", async () => {
  const { id } = await keepPhoto(world);
  const { administrator: stranger } = other.actors;
  const tries = [
    () => getPhoto(stranger, id),
    () => readPhoto(stranger, id),
    () => publishPhoto(stranger, uuidv7(), { photoId: id, redactions: [] }),
    () => unpublishPhoto(stranger, uuidv7(), { photoId: id }),
    () => removePhoto(stranger, uuidv7(), { photoId: id, reason: "试试" }),
  ];
  for (const work of tries) expect(await refusalCode(work())).toBe("not_found");
  expect(await listPhotosOf(stranger, "item", world.mask.id)).toEqual([]);
  expect((await listPhotos(stranger, { subjectId: world.mask.id })).total).toBe(0);
  expect(await listPhotosOf(world.actors.auditor, "item", world.mask.id)).toMatchObject([
    { id, number: world.mask.name, takenBy: "warehouse_keeper" },
  ]);
});

test("the public sees a delivery's and a gift's photos by their public names alone", async () => {
  const { world: sender, delivery } = await roadWorld();
  world = sender;
  const gift = await giveMoney(sender);
  const receipt = await signing(delivery.id);
  const ofDelivery = await keepPhoto(sender, { subjectKind: "delivery", subjectId: delivery.id });
  const taken = await addReceiverPhoto(
    receiver("203.0.113.5"),
    uuidv7(),
    { code: delivery.code, confirmation: receipt, lineN: 1 },
    photo,
  );
  const ofGift = await keepPhoto(sender, { subjectKind: "gift", subjectId: gift.id });
  await keepPhoto(sender, { subjectKind: "gift", subjectId: gift.id });
  expect(await listPublicPhotosOfDeliveries([delivery.id])).toEqual(new Map());
  for (const { id } of [ofDelivery, taken, ofGift]) await publish(id);
  const seen = await listPublicPhotosOfDeliveries([delivery.id, uuidv7()]);
  expect([...seen.keys()]).toEqual([delivery.id]);
  expect(seen.get(delivery.id)).toMatchObject([
    { name: (await row(ofDelivery.id)).publicFile, lineN: null },
    { name: (await row(taken.id)).publicFile, lineN: 1 },
  ]);
  const given = await listPublicPhotosOfGifts([gift.id]);
  expect(given.get(gift.id)?.map(({ name }) => name)).toEqual([(await row(ofGift.id)).publicFile]);
  expect(JSON.stringify([...given.values()])).not.toContain((await row(ofGift.id)).file);
});

test("whoever signed adds photos for seven days, with the label and the signing; eight, each once", async () => {
  const { delivery } = await roadWorld();
  const confirmation = await signing(delivery.id, { daysAgo: 6.9 });
  const id = uuidv7();
  const add = (photoId = uuidv7(), lineN: number | null = null) =>
    addReceiverPhoto(receiver("203.0.113.6"), photoId, { code: delivery.code, confirmation, lineN }, photo);
  const first = await add(id, 1);
  expect(await add(id, 1)).toEqual(first);
  expect(await row(id)).toMatchObject({
    subjectKind: "receipt",
    subjectId: confirmation,
    lineN: 1,
    takenBy: null,
  });
  await expect(add(uuidv7(), 9)).rejects.toMatchObject({ params: { fields: { line: "line_unknown" } } });
  for (let n = 1; n < PHOTO_LIMITS.perSubject; n += 1) await add();
  expect(await refusalCode(add())).toBe("photo_too_many");
  expect(await add(id, 1)).toEqual(first);
});

test("whoever counted differently after somebody had signed adds photos to the case of both counts", async () => {
  const { world: sender, delivery } = await roadWorld();
  await sign(delivery);
  const confirmation = uuidv7();
  await sign(delivery, { lines: [{ n: 1, good: "57", reason: "short_packed" }] }, confirmation);
  const [opened] = await db.select().from(cases).where(eq(cases.deliveryId, delivery.id));
  const key = { code: delivery.code, confirmation, lineN: 1 };
  const { id } = await addReceiverPhoto(receiver("203.0.113.10"), uuidv7(), key, photo);
  expect(await row(id)).toMatchObject({ subjectKind: "case", subjectId: opened?.id, lineN: 1 });
  const shown = await listPhotosOf(sender.actors.auditor, "case", opened?.id ?? "");
  expect(shown.map((each) => each.id)).toEqual([id]);
});

test("without the signing of this very delivery nobody adds one; an unsigned delivery takes none", async () => {
  const { delivery } = await roadWorld();
  const another = await roadWorld();
  const packed = await packedWorld();
  const mine = await signing(delivery.id);
  const late = await signing(another.delivery.id, { daysAgo: 7.1 });
  const before = filesKept();
  const add = (code: string, confirmation: string) =>
    refusalCode(
      addReceiverPhoto(receiver("203.0.113.7"), uuidv7(), { code, confirmation, lineN: null }, photo),
    );
  expect(await add(another.delivery.code, mine)).toBe("not_found");
  expect(await add(packed.delivery.code, uuidv7())).toBe("not_found");
  expect(await add("000000000", mine)).toBe("code_unknown");
  expect(await add(another.delivery.code, late)).toBe("photo_too_late");
  expect(filesKept()).toEqual(before);
});

test("an address that sends too many must wait, before anything is opened; whoever is signed in need not", async () => {
  const key = { code: "000000000", confirmation: uuidv7(), lineN: null, file: photo };
  const from = (address: string) => refusalCode(addPhotoAtDoor(receiver(address), uuidv7(), key));
  for (let n = 0; n < DOOR_PHOTOS; n += 1) await from("203.0.113.8");
  expect(await from("203.0.113.8")).toBe("rate_limited");
  expect(await from("203.0.113.9")).toBe("code_unknown");
  expect(await refusalCode(addPhotoAtDoor(world.actors.dispatcher, uuidv7(), key))).toBe("code_unknown");
});
