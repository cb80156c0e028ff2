import { inflateRawSync } from "node:zlib";
import { LIMITS, WorkbookRefused } from "./refusal.ts";

export interface ZipEntry {
  name: string;
  method: number;
  crc32: number;
  packedBytes: number;
  declaredBytes: number;
  localHeaderAt: number;
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

/**
 * Lists a zip's central directory and refuses what could not be unpacked safely: too many entries, too many
 * bytes in all (several entries may name the same data: they count each time), password protection.
 * @throws WorkbookRefused `damaged`, `encrypted`, `zip_bomb`
 */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw new WorkbookRefused("damaged");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > LIMITS.entries) throw new WorkbookRefused("zip_bomb", { limitMegabytes: megabytes() });
  const entries: ZipEntry[] = [];
  let declared = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_SIGNATURE)
      throw new WorkbookRefused("damaged");
    if (bytes.readUInt16LE(at + 8) & 1) throw new WorkbookRefused("encrypted");
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/"),
      method: bytes.readUInt16LE(at + 10),
      crc32: bytes.readUInt32LE(at + 16),
      packedBytes: bytes.readUInt32LE(at + 20),
      declaredBytes: bytes.readUInt32LE(at + 24),
      localHeaderAt: bytes.readUInt32LE(at + 42),
    };
    declared += entry.declaredBytes;
    if (declared > LIMITS.unpackedBytes)
      throw new WorkbookRefused("zip_bomb", { limitMegabytes: megabytes() });
    entries.push(entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Inflates the entries, counting what really comes out: a declared size may lie.
 * @throws WorkbookRefused `damaged`, `zip_bomb`
 */
export function inflateEntries(bytes: Buffer, entries: ZipEntry[]): Map<ZipEntry, Buffer> {
  const inflated = new Map<ZipEntry, Buffer>();
  let left: number = LIMITS.parsedBytes;
  for (const entry of entries) {
    const data = inflateEntry(bytes, entry, left);
    left -= data.length;
    inflated.set(entry, data);
  }
  return inflated;
}

function inflateEntry(bytes: Buffer, entry: ZipEntry, limit: number): Buffer {
  const at = entry.localHeaderAt;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE)
    throw new WorkbookRefused("damaged");
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (entry.method === 0) {
    if (packed.length > limit) throw new WorkbookRefused("zip_bomb", { limitMegabytes: megabytes() });
    return packed;
  }
  if (entry.method !== 8) throw new WorkbookRefused("damaged");
  const allowed = Math.min(limit, entry.declaredBytes);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, allowed) });
  } catch (error) {
    const tooBig = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw tooBig
      ? new WorkbookRefused("zip_bomb", { limitMegabytes: megabytes() })
      : new WorkbookRefused("damaged");
  }
}

/** Writes the parts back as a zip without compression, so that they are inflated only once. */
export function storedZip(parts: Map<ZipEntry, Buffer>): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [entry, data] of parts) {
    const name = Buffer.from(entry.name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(entry.crc32, 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL_SIGNATURE);
    chunks.push(local, shared, name, data);
    const central = Buffer.alloc(6);
    central.writeUInt32LE(CENTRAL_SIGNATURE);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(central, shared, tail, name);
    at += 30 + name.length + data.length;
  }
  const directoryBytes = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_SIGNATURE);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}

function megabytes(): number {
  return LIMITS.unpackedBytes / 1024 / 1024;
}
