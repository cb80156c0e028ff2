import { parseQuantity } from "../quantity.ts";

/**
 * The receiver's form as `ConfirmDelivery` reads it: for a line that came in packs, `lines.<i>.good` is put together
 * from the whole packs and the loose pieces that were counted. What cannot be read goes on as it was typed, for the
 * schema to refuse.
 */
export function countedForm(
  form: FormData,
  lines: readonly { n: number; packSize: bigint | null }[],
): FormData {
  const counted = new FormData();
  for (const [name, value] of form) counted.append(name, value);
  for (const [index, { n, packSize }] of lines.entries()) {
    const at = `lines.${index}`;
    counted.set(`${at}.n`, String(n));
    if (packSize === null) continue;
    counted.set(`${at}.good`, goodOf(form.get(`${at}.packs`), form.get(`${at}.loose`), packSize));
  }
  return counted;
}

function goodOf(packs: FormDataEntryValue | null, loose: FormDataEntryValue | null, size: bigint): string {
  const texts = [packs, loose].map((value) => (typeof value === "string" ? value.trim() : ""));
  if (texts.every((text) => text === "")) return "";
  const verdicts = texts.map((text) => parseQuantity(text || "0"));
  const [whole, rest] = verdicts;
  if (whole?.ok && rest?.ok) return String(whole.quantity * size + rest.quantity);
  return texts[verdicts.findIndex(({ ok }) => !ok)] ?? "";
}
