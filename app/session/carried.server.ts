import { inflateRawSync } from "node:zlib";

const LARGEST = 100_000;
const LARGEST_FILE = 2_000_000;

/**
 * What one phone carries for another, out of its form, as a list of `{ requestId, input }` that nobody has checked: as the
 * page's script unpacked it (`carried`), the text of the code as it was pasted without script (`text`), or the file the
 * other phone saved (`file`, `{ acts }`). Null when it is not whole.
 */
export async function readCarried(form: FormData): Promise<unknown> {
  const file = form.get("file");
  const unpacked = textIn(form, "carried");
  try {
    if (file instanceof File && file.size > 0) {
      if (file.size > LARGEST_FILE) return null;
      return (JSON.parse(await file.text()) as { acts?: unknown }).acts;
    }
    if (unpacked !== "") return [JSON.parse(unpacked)];
    const [requestId, input] = JSON.parse(plainOf(textIn(form, "text"))) as [unknown, unknown];
    return [{ requestId, input }];
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
