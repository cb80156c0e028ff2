import { base64url } from "./device-key.ts";

/** A kept confirmation as it is carried by somebody else's phone. */
export interface Carried {
  requestId: string;
  input: unknown;
}

/** As text that stands in an address: "z" and what was deflated, or "j" and plain JSON where the browser cannot. */
export async function packCarried({ requestId, input }: Carried): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([requestId, input]));
  if (!("CompressionStream" in globalThis)) return `j${base64url(bytes)}`;
  return `z${base64url(await through(bytes, new CompressionStream("deflate-raw")))}`;
}

/** What was carried; null when the text is not whole. A whole address is read by the part after `#`. */
export async function unpackCarried(text: string): Promise<Carried | null> {
  const bare = (text.split("#").at(-1) ?? "").replace(/\s/g, "");
  try {
    const bytes = bytesOf(bare.slice(1));
    const plain = bare.startsWith("z") ? await through(bytes, new DecompressionStream("deflate-raw")) : bytes;
    const [requestId, input] = JSON.parse(new TextDecoder().decode(plain)) as [string, unknown];
    return typeof requestId === "string" ? { requestId, input } : null;
  } catch {
    return null;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Blob([bytes]).stream().pipeThrough<Uint8Array<ArrayBuffer>>(stream);
  return new Uint8Array(await new Response(out).arrayBuffer());
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
