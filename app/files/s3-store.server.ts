import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { checkFileName, type FileStore } from "./file-store.ts";
import type { Storage } from "./storage-url.ts";

const PATIENCE_MS = 20_000;
/** A store that is busy (429) or stumbles (5xx) is asked again. */
const RETRIES = 2;

/** Files in a bucket of any S3-compatible store. Buckets are private: every reader comes through the application. */
export function s3Store({ bucketUrl, accessKeyId, secretAccessKey, region }: Storage): FileStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: RETRIES });
  const ask = async (name: string, request: RequestInit): Promise<Response> => {
    checkFileName(name);
    const url = `${bucketUrl}/${name.slice(0, 2)}/${name}`;
    return client.fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE_MS) });
  };
  return {
    put: async (name, bytes, mediaType) => {
      const headers = {
        "Content-Type": mediaType,
        "X-Amz-Content-Sha256": createHash("sha256").update(bytes).digest("hex"),
      };
      await done(name, await ask(name, { method: "PUT", body: new Uint8Array(bytes), headers }));
    },
    get: async (name) => {
      const response = await ask(name, { method: "GET" });
      if (response.status === 404) return null;
      return Buffer.from(await (await done(name, response)).arrayBuffer());
    },
    remove: async (name) => {
      const response = await ask(name, { method: "DELETE" });
      if (response.status !== 404) await done(name, response);
    },
  };
}

/** What the store refused, in its own words, for the log. */
async function done(name: string, response: Response): Promise<Response> {
  if (response.ok) return response;
  const said = (await response.text()).slice(0, 500);
  throw new Error(`the store answered ${response.status} for ${name}: ${said}`);
}
