import { db } from "#db";
import { lastCheckpoint } from "../log/last-checkpoint.server.ts";
import { fingerprintOf } from "../publications/head.ts";

/** How far the public log is signed, with its root as people read it out; null before the first checkpoint. */
export async function logHead(): Promise<{ size: number; fingerprint: string } | null> {
  const last = await lastCheckpoint(db);
  return last ? { size: last.size, fingerprint: fingerprintOf(last.note) } : null;
}
