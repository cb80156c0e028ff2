import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { DomainError } from "#app/domain/errors.ts";
import { filterOf } from "#app/domain/reports/filter.ts";
import { fileFormats, reportFile } from "#app/domain/reports/files/report-file.server.ts";
import { reportNames } from "#app/domain/reports/report-head.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { fileNamed } from "#app/session/file-name.ts";
import { localeOf } from "#app/session/locale.server.ts";

/** /reports/receipts.xlsx and the like: a public table as a file, with the filter of its page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const [named, ending, ...more] = (params.file ?? "").split(".");
  const name = reportNames.find((known) => known === named);
  const format = fileFormats.find((known) => known === ending);
  if (!name || !format || more.length > 0) throw new Response(null, { status: 404 });
  const locale = localeOf(request);
  const filter = filterOf(new URL(request.url).searchParams);
  try {
    const file = await reportFile(name, format, filter, locale);
    return new Response(createReadableStreamFromReadable(Readable.from(file.bytes, { objectMode: false })), {
      headers: {
        "Content-Type": file.contentType,
        "Content-Disposition": fileNamed("attachment", file.fileName, `${name}.${format}`),
        "Cache-Control": "private, no-cache",
        Vary: "Cookie, Accept-Language",
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(errorSentence(messagesFor(locale), error), {
      status: error.status,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  }
}
