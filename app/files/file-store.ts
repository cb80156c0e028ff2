/**
 * Where photos and published files are kept, whole and under their name. Names are the server's own, never a
 * visitor's: 17 characters or more, lower case (`isFileName`).
 */
export interface FileStore {
  /** Keeps all of it or nothing. The same name again replaces what was there. */
  put(name: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** Null when there is no such file. */
  get(name: string): Promise<Buffer | null>;
  /** A file that is not there is as good as removed. */
  remove(name: string): Promise<void>;
}

/** Whether a text can be a file's name at all: no folder, no hidden file, nothing a file system reads differently. */
export const isFileName = (name: string): boolean => /^[0-9a-z][0-9a-z-]{15,150}\.[0-9a-z]{1,8}$/.test(name);

/** A name that is none is a mistake of the caller, and nothing is looked for. */
export function checkFileName(name: string): void {
  if (!isFileName(name)) throw new Error(`${JSON.stringify(name)} is no name of a file`);
}
