/** An S3-compatible store, as `STORAGE_URL` names it. */
export interface Storage {
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
  /** The bucket's own address, without a slash at the end. */
  bucketUrl: string;
}

/**
 * Reads `s3://KEY:SECRET@host/bucket?region=cn-east-1`; null when it is none. `s3+http://` is for a store without TLS
 * on the same network. Stores differ in how they name a bucket: `?style=host` puts it before the host (阿里云 OSS,
 * 腾讯云 COS), else it stands in the path (MinIO, AWS). A key with "/" or "+" is percent-encoded.
 */
export function parseStorageUrl(text: string): Storage | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, host, pathname, searchParams } = new URL(text);
  const scheme = { "s3:": "https", "s3+http:": "http" }[protocol];
  const bucket = pathname.replace(/^\/|\/$/g, "");
  const [accessKeyId, secretAccessKey] = [decoded(username), decoded(password)];
  if (!scheme || !accessKeyId || !secretAccessKey || !host) return null;
  if (!/^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)) return null;
  const isInHost = searchParams.get("style") === "host";
  return {
    accessKeyId,
    secretAccessKey,
    region: searchParams.get("region") ?? "us-east-1",
    bucketUrl: isInHost ? `${scheme}://${bucket}.${host}` : `${scheme}://${host}/${bucket}`,
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
