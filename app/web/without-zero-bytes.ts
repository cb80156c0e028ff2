import { Transform } from "node:stream";

/**
 * Passes HTML on without its zero bytes. React 18 sends its 2,048-byte buffer whole also where the last character, of
 * several bytes, did not fit into it any more (react issue 24985), and a browser shows what is left over as "��" in
 * attributes, what stands in a form's boxes among them. React's HTML has no zero bytes of its own.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
