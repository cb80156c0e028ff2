import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { RequestHandler } from "express";

/** What is to be published under an address. */
export interface FileSource {
  bytes: Uint8Array;
  /** With its charset: "text/csv; charset=utf-8". */
  type: string;
  /** `Cache-Control`; `FOR_EVER` for what never changes under its address. */
  cache: string;
  /** Further headers, such as Content-Disposition; they win over the server's own, null leaves one of those out. */
  headers?: Readonly<Record<string, string | null>>;
}

/** A file as it is kept in memory: each of its encodings with its own strong ETag, ready to be sent. */
export interface PublishedFile {
  identity: Encoded;
  /** Null where it would not be smaller. */
  br: Encoded | null;
  gzip: Encoded | null;
  headers: Readonly<Record<string, string | null>>;
  /** What it takes of memory, in bytes. */
  size: number;
}

interface Encoded {
  bytes: Buffer;
  etag: string;
}

/** For what never changes under its address. */
export const FOR_EVER = "public, max-age=31536000, immutable";
/** For what may have changed since: asked for each time, and answered with 304 when it has not. */
export const ASK_AGAIN = "public, no-cache";

/** Brotli 5 is as quick as gzip and smaller; 9 costs a tenth of a second for 300 kB, once for a file that never changes. */
const QUALITY = { changing: 5, forEver: 9 };

/**
 * Encodes a file for `sendFile`: identity, gzip and brotli, and an ETag that is the hash of its bytes, so that every
 * process gives the same. What does not shrink (a PDF, a picture) is kept as it is alone.
 */
export async function encodeFile(source: FileSource): Promise<PublishedFile> {
  const bytes = Buffer.from(source.bytes);
  const hash = createHash("sha256").update(source.type).update(bytes).digest("base64url").slice(0, 27);
  const quality = source.cache === FOR_EVER ? QUALITY.forEver : QUALITY.changing;
  const [br, gz] = isCompressible(source.type)
    ? await Promise.all([
        promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
        promisify(gzip)(bytes),
      ])
    : [undefined, undefined];
  const smaller = (encoded: Buffer | undefined, name: string): Encoded | null =>
    encoded && encoded.length < bytes.length ? { bytes: encoded, etag: `"${hash}-${name}"` } : null;
  const file = {
    identity: { bytes, etag: `"${hash}"` },
    br: smaller(br, "br"),
    gzip: smaller(gz, "gz"),
    headers: { "Content-Type": source.type, "Cache-Control": source.cache, ...source.headers },
  };
  const size = bytes.length + (file.br?.bytes.length ?? 0) + (file.gzip?.bytes.length ?? 0);
  return { ...file, size };
}

const isCompressible = (type: string): boolean => /^text\/|json|xml|svg/.test(type);

const NONE: OutgoingHttpHeaders = {};

/**
 * Answers a GET or HEAD with a published file: in the best encoding that is asked for, or with 304 when the reader has
 * that very one. `headers` are the server's own for every answer. Works on node:http alone and under Express.
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: PublishedFile,
  headers: OutgoingHttpHeaders = NONE,
): void {
  const accepted = acceptedEncodings(request.headers["accept-encoding"]);
  const name = file.br && accepted.br ? "br" : file.gzip && accepted.gzip ? "gzip" : "identity";
  const { bytes, etag } = file[name] ?? file.identity;
  for (const [header, value] of Object.entries(file.headers)) {
    if (value === null) response.removeHeader(header);
  }
  if (isKnown(request.headers["if-none-match"], etag)) {
    const { "Content-Type": _type, ...rest } = headersOf(file, etag, headers);
    response.writeHead(304, rest).end();
    return;
  }
  response.writeHead(200, flatHeaders(file, file[name] ?? file.identity, name, headers));
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function headersOf(file: PublishedFile, etag: string, server: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const all: OutgoingHttpHeaders = { ...server };
  for (const [header, value] of Object.entries(file.headers)) {
    if (value === null) delete all[header];
    else all[header] = value;
  }
  all.ETag = etag;
  all.Vary = file.headers.Vary ? `${file.headers.Vary}, Accept-Encoding` : "Accept-Encoding";
  return all;
}

const flat = new WeakMap<Encoded, { server: OutgoingHttpHeaders; headers: string[] }>();

/** All headers as node:http writes them fastest, made once for an encoding as long as the server's own are the same. */
function flatHeaders(
  file: PublishedFile,
  encoded: Encoded,
  name: "identity" | "br" | "gzip",
  server: OutgoingHttpHeaders,
): string[] {
  const known = flat.get(encoded);
  if (known?.server === server) return known.headers;
  const all = headersOf(file, encoded.etag, server);
  if (name !== "identity") all["Content-Encoding"] = name;
  all["Content-Length"] = encoded.bytes.length;
  const headers = Object.entries(all).flatMap(([header, value]) => [header, String(value)]);
  flat.set(encoded, { server, headers });
  return headers;
}

interface Accepted {
  br: boolean;
  gzip: boolean;
}

const COMMON = new Map<string, Accepted>([
  ["", { br: false, gzip: false }],
  ["gzip, deflate, br, zstd", { br: true, gzip: true }],
  ["gzip, deflate, br", { br: true, gzip: true }],
  ["gzip, deflate", { br: false, gzip: true }],
]);

/** RFC 9110 §12.5.3, as far as our two encodings go: named or `*`, and not with a weight of nil. */
function acceptedEncodings(header: string | string[] | undefined): Accepted {
  // What browsers send; everything else is read.
  const text = `${header ?? ""}`;
  const known = COMMON.get(text);
  if (known) return known;
  const weights = new Map<string, number>();
  for (const part of text.toLowerCase().split(",")) {
    const [name = "", ...params] = part.split(";");
    const q = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find((found) => found !== undefined);
    weights.set(name.trim(), q === undefined ? 1 : Number(q));
  }
  const accepts = (name: string) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  return { br: accepts("br"), gzip: accepts("gzip") || accepts("x-gzip") };
}

/** RFC 9110 §13.1.2: compared weakly, so that what a proxy weakened is still known. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === "*") return true;
  return header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

/**
 * Published files in memory by address, the ones asked for last: at most `limitBytes` of them. The server looks here
 * before it does anything else (app/web/public-front.server.ts), so a file that is here needs neither Express nor the
 * database. To publish files that never change, mount `publishedFiles` and say how one is found.
 */
export class PublishedFiles {
  readonly #files = new Map<string, PublishedFile>();
  readonly #coming = new Map<string, Promise<PublishedFile | undefined>>();
  readonly #limitBytes: number;
  #bytes = 0;

  constructor(limitBytes = 64 * 1024 * 1024) {
    this.#limitBytes = limitBytes;
  }

  get(address: string): PublishedFile | undefined {
    const file = this.#files.get(address);
    if (file && this.#files.size > 1) {
      // The last in a Map is the newest.
      this.#files.delete(address);
      this.#files.set(address, file);
    }
    return file;
  }

  set(address: string, file: PublishedFile): void {
    this.#bytes -= this.#files.get(address)?.size ?? 0;
    this.#files.delete(address);
    if (file.size > this.#limitBytes) return;
    this.#files.set(address, file);
    this.#bytes += file.size;
    for (const [oldest, { size }] of this.#files) {
      if (this.#bytes <= this.#limitBytes) break;
      this.#files.delete(oldest);
      this.#bytes -= size;
    }
  }

  /** The file under `address`, found and encoded once however many ask for it at the same time. */
  async load(
    address: string,
    find: () => Promise<FileSource | undefined>,
  ): Promise<PublishedFile | undefined> {
    const known = this.get(address);
    if (known) return known;
    const coming =
      this.#coming.get(address) ??
      find()
        .then(async (source) => source && encodeFile(source))
        .finally(() => this.#coming.delete(address));
    this.#coming.set(address, coming);
    const file = await coming;
    if (file && !this.#files.has(address)) this.set(address, file);
    return file;
  }
}

/**
 * Serves files that never change from `files`, and finds those that are not there yet: `find` is given the path below
 * where this is mounted ("/51310115MJ0000000G/3/1/receipts.csv") and answers undefined for what is no file, which goes
 * on to the pages. Usage:
 *
 *     app.use("/p", publishedFiles(published, async (path) => {
 *       const file = await getPublishedFile(...);
 *       return file && { bytes: file.bytes, type: file.mediaType, cache: FOR_EVER };
 *     }));
 */
export function publishedFiles(
  files: PublishedFiles,
  find: (path: string) => Promise<FileSource | undefined>,
): RequestHandler {
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    files
      .load(request.baseUrl + request.path, () => find(request.path))
      .then((file) => (file ? sendFile(request, response, file) : next()))
      .catch(next);
  };
}
