import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import { LogRefusal } from "./refusal.ts";

/** The file in each folder that holds the last checkpoint signed. */
export const COPY = "checkpoint";

export interface CheckpointCopy {
  file: string;
  checkpoint: Checkpoint;
}

/** The last checkpoints kept outside the database; a folder without one has none. Throws LogRefusal when one cannot be read. */
export async function readCopies(folders: readonly string[]): Promise<CheckpointCopy[]> {
  const copies = await Promise.all(folders.map((folder) => readCopy(join(folder, COPY))));
  return copies.filter((copy) => copy !== undefined);
}

async function readCopy(file: string): Promise<CheckpointCopy | undefined> {
  const note = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new LogRefusal("copy_unreadable", `${file} cannot be read`, { cause: error });
  });
  if (note === undefined) return undefined;
  const checkpoint = parseCheckpoint(note);
  if (!checkpoint)
    throw new LogRefusal(
      "copy_unreadable",
      `${file} holds no checkpoint: put back the one it held, or look into who changed it`,
    );
  return { file, checkpoint };
}

/** Keeps a checkpoint in every folder, on the disk before it answers, whole or not at all. */
export async function writeCopies(folders: readonly string[], note: string): Promise<void> {
  for (const folder of folders) {
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `.${COPY}.${process.pid}`);
    const file = await open(draft, "w");
    try {
      await file.writeFile(note);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, COPY));
  }
}
