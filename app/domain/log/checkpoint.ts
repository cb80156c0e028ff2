import { parseNote, type Signer } from "./note.ts";
import { HASH_BYTES, type Hash } from "./tree.ts";

/** A tree head: what C2SP tlog-checkpoint signs. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Hash;
}

/** A signed note of three lines: origin, size, and the root in base64. */
export function signCheckpoint(signer: Signer, { size, root }: Omit<Checkpoint, "origin">): string {
  return signer.sign(`${signer.name}\n${size}\n${root.toString("base64")}\n`);
}

/** The tree head a note speaks of, its signatures unchecked; undefined when it is no checkpoint. */
export function parseCheckpoint(note: string): Checkpoint | undefined {
  const [origin, size, root = "", ...rest] = parseNote(note)?.text.split("\n") ?? [];
  const hash = Buffer.from(root, "base64");
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? "") || rest.at(-1) !== "") return undefined;
  if (hash.length !== HASH_BYTES || hash.toString("base64") !== root) return undefined;
  return { origin, size: Number(size), root: hash };
}
