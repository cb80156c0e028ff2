import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { dataFile, dataTypes } from "#app/domain/open-data/file.server.ts";
import { dataFormats, dataTableNames } from "#app/domain/open-data/tables.ts";
import { settings } from "#app/settings.server.ts";

/** /data/receipts.csv and the like: a table of open data. The server keeps it ready; pages of any origin may read it. */
export function loader({ params }: LoaderFunctionArgs) {
  const [named, ending, ...more] = (params.file ?? "").split(".");
  const table = dataTableNames.find((known) => known === named);
  const format = dataFormats.find((known) => known === ending);
  if (!table || !format || more.length > 0) throw new Response(null, { status: 404 });
  const { dataLicence } = settings();
  const bytes = Readable.from(dataFile(table, format, dataLicence), { objectMode: false });
  return new Response(createReadableStreamFromReadable(bytes), {
    headers: {
      "Content-Type": dataTypes[format],
      "Content-Disposition": `attachment; filename="${table}.${format}"`,
      "Cache-Control": "public, no-cache",
      "Access-Control-Allow-Origin": "*",
      Link: `<${dataLicence.url}>; rel="license"`,
    },
  });
}
