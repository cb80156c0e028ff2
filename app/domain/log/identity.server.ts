import { join } from "node:path";
import type { Settings } from "#app/settings.server.ts";
import { createSigner, type Signer } from "./note.ts";

/** A log: who signs it, and where its last checkpoint is kept outside the database. */
export interface Log {
  /** Its name is the origin of every checkpoint. */
  signer: Signer;
  /** Folders, the first of them this server's own. */
  copies: readonly string[];
}

/** The log of this site: its origin is its address without the scheme, as C2SP tlog-tiles asks. */
export function logOf(settings: Pick<Settings, "publicUrl" | "logKey" | "dataDir" | "logWitnessDir">): Log {
  const origin = `${new URL(settings.publicUrl).host}/log`;
  return {
    signer: createSigner(origin, Buffer.from(settings.logKey, "base64")),
    copies: [join(settings.dataDir, "log"), ...(settings.logWitnessDir ? [settings.logWitnessDir] : [])],
  };
}
