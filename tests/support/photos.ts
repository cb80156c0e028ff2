import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { uuidv7 } from "uuidv7";
import { afterAll } from "vitest";
import { db, receipts } from "#db";
import { addPhoto } from "#app/domain/photos/add.server.ts";
import type { Subject } from "#app/domain/photos/schema.ts";
import { diskStore } from "#app/files/disk-store.server.ts";
import { openFileStore } from "#app/files/open-store.server.ts";
import type { World } from "./world.ts";

/** The folder of this test file's own store; whoever imports this module keeps photos there. */
export const photoFolder = mkdtempSync(join(tmpdir(), "jieli-files-"));
openFileStore(diskStore(photoFolder));
afterAll(() => rmSync(photoFolder, { recursive: true, force: true }));

/** The names of all files in the store, drafts too. */
export const filesKept = (): string[] =>
  readdirSync(photoFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** A photo as a telephone takes it: two halves of different colours, with place, device and a profile. */
export async function jpeg({ width = 400, height = 300, left = "#c03020", right = "#20c030" } = {}) {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: left };
  const bytes = await sharp({ create: { width, height, channels: 3, background: right } })
    .composite([{ input: { create: half }, left: 0, top: 0 }])
    .withIccProfile("p3")
    .withExif({
      IFD0: { Make: "Geheimkamera", Orientation: "1" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 14/1 3/1", GPSMapDatum: "Weifang-Yicun" },
    })
    .jpeg({ quality: 95 })
    .toBuffer();
  return new Uint8Array(bytes);
}

/** The least and the largest of each colour in a part of a picture, in pixels. */
export async function coloursAt(bytes: Uint8Array, left: number, top: number, width = 10, height = 10) {
  // `stats` reads its input as it came, whatever was to be done with it.
  const part = await sharp(bytes).extract({ left, top, width, height }).png().toBuffer();
  const { channels } = await sharp(part).stats();
  return channels.map(({ min, max }) => ({ min, max }));
}

/** The colour of one pixel. */
export const colourAt = async (bytes: Uint8Array, left: number, top: number) =>
  (await coloursAt(bytes, left, top, 1, 1)).map(({ min }) => min);

/** The keeper's photo of the mask unless told otherwise. */
export async function keepPhoto(
  world: World,
  subject?: Subject,
  sent?: Uint8Array<ArrayBuffer>,
  id = uuidv7(),
) {
  const of = subject ?? { subjectKind: "item" as const, subjectId: world.mask.id };
  return addPhoto(world.actors.warehouse_keeper, id, { ...of, lineN: null, file: sent ?? (await jpeg()) });
}

/** A row of what was signed at a door, so many days ago. */
export async function signing(deliveryId: string, { daysAgo = 0 } = {}): Promise<string> {
  const id = uuidv7();
  const recordedAt = new Date(Date.now() - daysAgo * 86_400_000);
  await db.insert(receipts).values({
    id,
    deliveryId,
    n: 1,
    partial: false,
    name: "刘书记",
    locale: "zh-CN",
    agreed: "全部收到",
    occurredAt: recordedAt,
    recordedAt,
  });
  return id;
}
