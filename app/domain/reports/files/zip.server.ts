import { crc32, createDeflateRaw } from "node:zlib";

/** A file for an archive, its contents in pieces as they are made. */
export interface ZipEntry {
  name: string;
  contents: Iterable<string> | AsyncIterable<string>;
}

const UTF8_AND_SIZES_BEHIND = 0x0808;
const DEFLATE = 8;
/** The first day a ZIP can name: the same contents make the same bytes. */
const DATE = 0x0021;

/** A ZIP archive (APPNOTE 6.3.3, without ZIP64: below 4 GB) as it is made; compressing runs beside the event loop. */
export async function* zip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, contents } of entries) {
    const named = Buffer.from(name, "utf8");
    const start = at;
    const head = Buffer.concat([localHead(named), named]);
    yield head;
    at += head.length;
    const sums = { crc: 0, size: 0, packed: 0 };
    for await (const piece of deflate(contents, sums)) {
      yield piece;
      at += piece.length;
    }
    const tail = sizes(sums, 0x08074b50);
    yield tail;
    at += tail.length;
    directory.push(Buffer.concat([centralHead(named, sums, start), named]));
  }
  const central = Buffer.concat(directory);
  yield central;
  yield end(directory.length, central.length, at);
}

interface Sums {
  crc: number;
  size: number;
  packed: number;
}

async function* deflate(contents: ZipEntry["contents"], sums: Sums): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw({ level: 6 });
  const feeding = (async () => {
    for await (const text of contents) {
      const bytes = Buffer.from(text, "utf8");
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      if (!packer.write(bytes)) await new Promise((resolve) => packer.once("drain", resolve));
    }
    packer.end();
  })();
  feeding.catch((error: unknown) =>
    packer.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  for await (const piece of packer) {
    const bytes: Buffer = piece;
    sums.packed += bytes.length;
    yield bytes;
  }
  await feeding;
}

function localHead(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(UTF8_AND_SIZES_BEHIND, 6);
  head.writeUInt16LE(DEFLATE, 8);
  head.writeUInt16LE(DATE, 12);
  head.writeUInt16LE(name.length, 26);
  return head;
}

function sizes({ crc, packed, size }: Sums, signature: number): Buffer {
  const tail = Buffer.alloc(16);
  [signature, crc, packed, size].forEach((value, i) => tail.writeUInt32LE(value, i * 4));
  return tail;
}

function centralHead(name: Buffer, { crc, packed, size }: Sums, start: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(UTF8_AND_SIZES_BEHIND, 8);
  head.writeUInt16LE(DEFLATE, 10);
  head.writeUInt16LE(DATE, 14);
  [crc, packed, size].forEach((value, i) => head.writeUInt32LE(value, 16 + i * 4));
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(start, 42);
  return head;
}

function end(count: number, size: number, start: number): Buffer {
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(size, 12);
  tail.writeUInt32LE(start, 16);
  return tail;
}
