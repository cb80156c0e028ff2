import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { UnprintableText } from "#app/domain/labels/unprintable-text.ts";
import { traceNumber } from "#app/components/trace/trace-heading.ts";
import { certificatePdf } from "#app/domain/trace/certificate-pdf.server.ts";
import { certificateFileName } from "#app/domain/trace/certificate.ts";
import { traceUrl } from "#app/domain/trace/code.ts";
import { findTrace } from "#app/domain/trace/find.server.ts";
import { getTrace } from "#app/domain/trace/get.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { fileNamed } from "#app/session/file-name.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { settings } from "#app/settings.server.ts";

/** 《捐赠使用证明》 of what a code leads to; while nothing has come, the page says so instead. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = `/t/${encodeURIComponent(params.code ?? "")}`;
  const finding = await found(request, findTrace(context.clientAddress, params.code ?? ""));
  if (finding.kind !== "found") throw redirect(page);
  const trace = await getTrace(finding, new Date());
  if (trace.gifts.every(({ takenBack }) => takenBack)) throw redirect(page);
  const shared = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };
  try {
    const pdf = await certificatePdf(trace, traceUrl(settings().publicUrl, trace.code));
    const { name, plain } = certificateFileName(traceNumber(trace));
    return new Response(Uint8Array.from(pdf), {
      headers: {
        ...shared,
        "Content-Type": "application/pdf",
        "Content-Disposition": fileNamed("inline", name, plain),
      },
    });
  } catch (error) {
    if (!(error instanceof UnprintableText)) throw error;
    const sentence = messagesFor(localeOf(request)).receipts.unprintable(error.characters.join(" "));
    return new Response(sentence, {
      status: 422,
      headers: { ...shared, "Content-Type": "text/plain; charset=utf-8" },
    });
  }
}
