import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { s3Store } from "#app/files/s3-store.server.ts";
import { parseStorageUrl } from "#app/files/storage-url.ts";

const name = `${"cd34".repeat(8)}.jpg`;

/** A bucket of its own: keeps what is signed, forgets nothing of what was asked, and may be told to stumble. */
const bucket = new Map<string, Buffer>();
let asked: IncomingMessage[] = [];
let stumbles = 0;
let server: Server;
let host: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked.push(request);
    const body = Buffer.concat(await request.toArray());
    const answer = (status: number, bytes: Buffer | string = "") => response.writeHead(status).end(bytes);
    if (stumbles > 0) {
      stumbles -= 1;
      return answer(503, "SlowDown");
    }
    if (
      !/^AWS4-HMAC-SHA256 Credential=KEY\/\d{8}\/cn-north-1\/s3\//.test(request.headers.authorization ?? "")
    )
      return answer(403, "SignatureDoesNotMatch");
    const path = request.url ?? "";
    if (request.method === "PUT") {
      if (request.headers["x-amz-content-sha256"] !== createHash("sha256").update(body).digest("hex"))
        return answer(400, "XAmzContentSHA256Mismatch");
      bucket.set(path, body);
      return answer(200);
    }
    if (request.method === "DELETE") return answer(bucket.delete(path) ? 204 : 404);
    const kept = bucket.get(path);
    return kept ? answer(200, kept) : answer(404, "NoSuchKey");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => server.close());
beforeEach(() => {
  bucket.clear();
  asked = [];
  stumbles = 0;
});

const storeAt = (url: string) => {
  const storage = parseStorageUrl(url);
  if (!storage) throw new Error(`${url} is no store`);
  return s3Store(storage);
};
const signed = () => storeAt(`s3+http://KEY:SEC%2FRET@${host}/jieli?region=cn-north-1`);

test("files go to the bucket with a signature, come back as they were, and go", async () => {
  const store = signed();
  const bytes = Buffer.from([0xff, 0xd8, 0, 1, 2, 3]);
  await store.put(name, bytes, "image/jpeg");
  expect([...bucket]).toEqual([[`/jieli/cd/${name}`, bytes]]);
  expect(asked[0]?.headers["content-type"]).toBe("image/jpeg");
  expect(asked[0]?.headers.authorization).toMatch(
    /SignedHeaders=[^,]*x-amz-content-sha256[^,]*, Signature=[0-9a-f]{64}$/,
  );
  expect(await store.get(name)).toEqual(bytes);
  await store.remove(name);
  expect(await store.get(name)).toBeNull();
  await store.remove(name);
});

test("a store that stumbles is asked again, and what it keeps refusing is an error in its own words", async () => {
  const store = signed();
  stumbles = 1;
  await store.put(name, Buffer.from("x"), "image/jpeg");
  expect([bucket.size, asked.length]).toEqual([1, 2]);
  const stranger = storeAt(`s3+http://OTHER:SECRET@${host}/jieli?region=cn-north-1`);
  await expect(stranger.put(name, Buffer.from("x"), "image/jpeg")).rejects.toThrow(
    /403 .* SignatureDoesNotMatch/,
  );
  await expect(stranger.get(name)).rejects.toThrow(/403/);
  await expect(stranger.remove(name)).rejects.toThrow(/403/);
});

test.each([
  [
    "s3://KEY:S%2FT@oss-cn-shanghai.aliyuncs.com/jieli?region=cn-shanghai&style=host",
    "https://jieli.oss-cn-shanghai.aliyuncs.com",
  ],
  ["s3://KEY:S%2FT@minio.example.org:9000/jieli/", "https://minio.example.org:9000/jieli"],
  ["s3+http://KEY:S%2FT@127.0.0.1:9000/jieli", "http://127.0.0.1:9000/jieli"],
])("%s is the bucket at %s", (url, bucketUrl) => {
  expect(parseStorageUrl(url)).toMatchObject({ accessKeyId: "KEY", secretAccessKey: "S/T", bucketUrl });
});

test.each([
  "https://KEY:S@host/bucket",
  "s3://host/bucket",
  "s3://KEY:S@host/",
  "s3://KEY:S@host/a/b",
  "s3://KEY:%E0@host/bucket",
  "bucket",
])("%s is no store", (url) => {
  expect(parseStorageUrl(url)).toBeNull();
});
