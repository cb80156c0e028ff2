import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkFileName, type FileStore } from "./file-store.ts";

/** Files in a folder of this machine, in subfolders by the first letters of their names. */
export function diskStore(folder: string): FileStore {
  const pathOf = (name: string): string => {
    checkFileName(name);
    return join(folder, name.slice(0, 2), name.slice(2, 4), name);
  };
  return {
    put: async (name, bytes) => writeWhole(pathOf(name), bytes),
    get: async (name) => readFile(pathOf(name)).catch(nothingThere),
    remove: async (name) => rm(pathOf(name), { force: true }),
  };
}

/** Under another name first, and on the disk before it gets its own: a crash leaves the old file, or none, never half. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${randomBytes(8).toString("hex")}`);
  try {
    await withOpen(draft, "wx", async (file) => {
      await file.writeFile(bytes);
      await file.sync();
    });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await withOpen(folder, "r", (file) => file.sync());
}

type OpenFile = Awaited<ReturnType<typeof open>>;

async function withOpen(path: string, flags: string, work: (file: OpenFile) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

function nothingThere(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
