import { parseCheckpoint } from "./checkpoint.ts";
import { openNote } from "./note.ts";
import { type Hash, includes, leafHash } from "./tree.ts";

/** A proof that can be checked offline, as C2SP tlog-proof writes it (`.tlog-proof`). */
export interface TlogProof {
  index: number;
  hashes: readonly Hash[];
  /** The checkpoint as a signed note, with its cosignatures. */
  checkpoint: string;
  /** The leaf itself, so that the file needs nothing beside it. */
  leaf: Buffer;
}

const HEADER = "c2sp.org/tlog-proof@v1";

export function formatProof({ index, hashes, checkpoint, leaf }: TlogProof): string {
  const lines = [HEADER, `extra ${leaf.toString("base64")}`, `index ${index}`];
  return [...lines, ...hashes.map((hash) => hash.toString("base64")), "", checkpoint].join("\n");
}

/** Reads a `.tlog-proof`; undefined when it is not one, or carries no leaf. */
export function parseProof(text: string): TlogProof | undefined {
  const split = text.indexOf("\n\n");
  const [header, extra, index, ...hashes] = text.slice(0, split).split("\n");
  const [, leaf] = /^extra ([A-Za-z0-9+/]+={0,2})$/.exec(extra ?? "") ?? [];
  const [, number] = /^index (0|[1-9]\d{0,15})$/.exec(index ?? "") ?? [];
  if (split < 0 || header !== HEADER || !leaf || !number) return undefined;
  return {
    index: Number(number),
    hashes: hashes.map((hash) => Buffer.from(hash, "base64")),
    checkpoint: text.slice(split + 2),
    leaf: Buffer.from(leaf, "base64"),
  };
}

/** Whether the proof's leaf is in the log that this key signs for. */
export function holdsProof({ index, hashes, checkpoint, leaf }: TlogProof, verifierKey: string): boolean {
  const head = parseCheckpoint(checkpoint);
  if (!head || openNote(checkpoint, verifierKey) === undefined) return false;
  return includes(head, index, leafHash(leaf), hashes);
}
