/**
 * What a phone seals of a confirmation: all that is said in it, as it is sent. Texts are without blanks around them, the
 * code is nine capitals without hyphens, an instant is as it was sent; counts may be numbers or text.
 */
export interface SealedConfirmation {
  code: string;
  pin: string;
  name: string;
  post?: string | null | undefined;
  occurredAt?: string | null | undefined;
  part?: boolean | null | undefined;
  locale?: string | null | undefined;
  signature?: string | null | undefined;
  lines?: readonly SealedLine[] | undefined;
}

interface SealedLine {
  n: number;
  good: bigint | number | string;
  damaged?: bigint | number | string | null | undefined;
  reason?: string | null | undefined;
  remark?: string | null | undefined;
}

/**
 * The bytes under a phone's seal: the RFC 8785 form of the request id and the confirmation. The telephone number's end is
 * left out: it is a key that may be asked for when the words are long sealed. Pure, so that phone and server agree.
 */
export function sealedBody(requestId: string, body: SealedConfirmation): Uint8Array<ArrayBuffer> {
  const { code, pin, name, post, occurredAt, part, locale, signature, lines = [] } = body;
  const sealed = {
    requestId: requestId.toLowerCase(),
    code,
    pin,
    name,
    post: post || null,
    occurredAt: occurredAt || null,
    part: part === true,
    locale: locale || "zh-CN",
    signature: signature || null,
    lines: lines.map(({ n, good, damaged, reason, remark }) => ({
      n,
      good: `${good}`,
      damaged: damaged === null || damaged === undefined || damaged === "" ? null : `${damaged}`,
      reason: reason || null,
      remark: remark || null,
    })),
  };
  return new Uint8Array(new TextEncoder().encode(canonical(sealed)));
}

/** RFC 8785 for what is sealed: texts, whole small numbers, true, false and null. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}
