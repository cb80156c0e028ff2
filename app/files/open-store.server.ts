import { join } from "node:path";
import { settings } from "#app/settings.server.ts";
import { diskStore } from "./disk-store.server.ts";
import type { FileStore } from "./file-store.ts";
import { s3Store } from "./s3-store.server.ts";
import { parseStorageUrl } from "./storage-url.ts";

let opened: FileStore | undefined;

/** The one file store of this process: the bucket that `STORAGE_URL` names, else the folder `files` in DATA_DIR. */
export function fileStore(): FileStore {
  return (opened ??= storeOf(settings()));
}

/** Another store for this process, before the first file is read or kept. */
export function openFileStore(store: FileStore): void {
  opened = store;
}

function storeOf({ storageUrl, dataDir }: { storageUrl: string | undefined; dataDir: string }): FileStore {
  const storage = storageUrl === undefined ? null : parseStorageUrl(storageUrl);
  return storage === null ? diskStore(join(dataDir, "files")) : s3Store(storage);
}
