import { qrPath, qrSymbol } from "#app/domain/labels/qr.ts";
import { traceUrl } from "#app/domain/trace/code.ts";
import { settings } from "#app/settings.server.ts";

/** The address of a trace and its QR code; both null without a code. */
export function traceLink(code: string | null) {
  if (code === null) return { link: null, qr: null };
  const link = traceUrl(settings().publicUrl, code);
  const symbol = qrSymbol(link, "M");
  return { link, qr: { size: symbol.size, path: qrPath(symbol) } };
}
