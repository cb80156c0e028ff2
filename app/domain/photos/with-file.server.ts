import { createHash, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "#db";
import { fileStore } from "#app/files/open-store.server.ts";

/**
 * The name of a photo's private file: made from what is in it, and from whose it is, so that two photos never share a
 * file and removing one never takes the other's.
 */
export const privateFileName = (photoId: string, bytes: Uint8Array): string =>
  `${createHash("sha256").update(photoId).update(bytes).digest("hex")}.jpg`;

/** 128 bits that nobody can guess and that say nothing of the private file. */
export const publicFileName = (): string => `${randomBytes(16).toString("hex")}.jpg`;

/**
 * Puts a picture into the store, then does the work that writes its name down. When no photo holds the name after that,
 * because the work was refused or had been done before, the file goes again.
 */
export async function withFile<Result>(
  name: string,
  bytes: Uint8Array,
  work: () => Promise<Result>,
): Promise<Result> {
  await fileStore().put(name, bytes, "image/jpeg");
  try {
    return await work();
  } finally {
    // What the work came to matters more than a file that nobody can reach.
    await removeUnheld(name).catch(() => undefined);
  }
}

async function removeUnheld(name: string): Promise<void> {
  const held = await db.execute(sql`
    select from photos where removed_at is null and (file = ${name} or public_file = ${name}) limit 1`);
  if (held.length === 0) await fileStore().remove(name);
}
