import { inflateRawSync } from "node:zlib";

const LARGEST = 100_000;

/**
 * What one phone carries for another, out of its form: as the page's script unpacked it (`carried`), or the text of the code
 * as it was pasted without script (`text`). Null when it is not whole.
 */
export function readCarried(form: FormData): unknown {
  const unpacked = textIn(form, "carried");
  try {
    if (unpacked !== "") return JSON.parse(unpacked);
    const [requestId, input] = JSON.parse(plainOf(textIn(form, "text"))) as [unknown, unknown];
    return { requestId, input };
  } catch {
    return null;
  }
}

/** As packed by app/offline/carry-text.ts; a whole address is read by the part after `#`. */
function plainOf(text: string): string {
  const bare = (text.split("#").at(-1) ?? "").replace(/\s/g, "");
  const bytes = Buffer.from(bare.slice(1), "base64url");
  return (bare.startsWith("z") ? inflateRawSync(bytes, { maxOutputLength: LARGEST }) : bytes).toString();
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
