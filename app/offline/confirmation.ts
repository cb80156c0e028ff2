import type { DeliveryData } from "#app/components/receipt/receipt-data.tsx";
import { type CountedInput, countedForm, type LineToCount } from "#app/domain/deliveries/counted-form.ts";
import { parseCode } from "#app/domain/code.ts";
import { agreedText } from "#app/domain/receipts/agreed-text.ts";
import type { Locale } from "#db/vocabulary";

/** A confirmation as the phone keeps and sends it: what `ConfirmDelivery` takes. */
export interface KeptConfirmation {
  code: string;
  pin: string;
  name: string;
  post: string | null;
  phoneEnd: string | null;
  part: boolean;
  locale: Locale;
  signature: string | null;
  occurredAt: string;
  lines: CountedInput[];
  device?: unknown;
}

export interface ReadConfirmation {
  body: KeptConfirmation;
  /** What must be mended first: keys of the dictionary `fields` by the name of the input. */
  problems: Record<string, string>;
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/** What the form says now. `counting` is false for 全部收到: then nothing is said of lines. */
export function readConfirmation(
  form: HTMLFormElement,
  delivery: DeliveryData | null,
  locale: Locale,
  counting: boolean,
): ReadConfirmation {
  const values = new FormData(form);
  const read = (name: string) => String(values.get(name) ?? "").trim();
  const counted = countedForm(counting ? read : () => "", counting ? linesOf(delivery) : []);
  const verdict = parseCode(delivery?.code ?? read("code"));
  const body: KeptConfirmation = {
    code: verdict.ok ? verdict.code : "",
    pin: plain(read("pin")),
    name: read("name"),
    post: read("post") || null,
    phoneEnd: plain(read("phoneEnd")) || null,
    part: counting && read("part") === "on",
    locale,
    signature: read("signature") || null,
    occurredAt: new Date().toISOString(),
    lines: counted.lines,
  };
  const problems: Record<string, string> = { ...counted.problems };
  if (!verdict.ok) problems.code = "bad_code";
  if (!/^\d{4}$/.test(body.pin)) problems.pin = "bad_pin";
  if (body.name === "") problems.name = "required";
  if (body.phoneEnd !== null && !/^\d{4}$/.test(body.phoneEnd)) problems.phoneEnd = "bad_phone_end";
  return { body, problems };
}

const linesOf = (delivery: DeliveryData | null): LineToCount[] =>
  (delivery?.lines ?? []).map(({ n, toCome, packSize }) => ({
    n,
    quantity: BigInt(toCome),
    packSize: packSize === null ? null : BigInt(packSize),
  }));

/** The words that this confirmation agrees to, the same to the letter as the server will keep. */
export function agreedWords(delivery: DeliveryData, { lines, part, locale }: KeptConfirmation): string {
  const counts = new Map(lines.map((line) => [line.n, line]));
  return agreedText({
    locale,
    part,
    ...delivery,
    lines: delivery.lines.map((line) => {
      const toCome = BigInt(line.toCome);
      const count = counts.get(line.n);
      const counted = BigInt(count?.good ?? toCome);
      const damaged = BigInt(count?.damaged ?? 0);
      const over = counted + damaged - toCome;
      const extra = over > 0n ? over : 0n;
      const short = over < 0n && !part ? -over : 0n;
      return { ...line, good: counted - extra, short, damaged, extra, before: BigInt(line.partly) };
    }),
  });
}
