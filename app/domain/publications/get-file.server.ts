import { fileStore } from "#app/files/open-store.server.ts";
import type { Address } from "./address.ts";
import { manifestOf } from "./manifest.server.ts";

export interface PublishedFile {
  mediaType: string;
  /** Hex, as the publication gives it. */
  sha256: string;
  bytes: Buffer;
}

/** A published file, without the database once it has been asked for; undefined when there is none. */
export async function getPublishedFile(address: Address, name: string): Promise<PublishedFile | undefined> {
  const found = (await manifestOf(address))?.find((file) => file.name === name);
  const bytes = found && (await fileStore().get(found.file));
  return found && bytes ? { mediaType: found.mediaType, sha256: found.sha256, bytes } : undefined;
}
