import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { xlsx } from "#app/domain/reports/files/xlsx.server.ts";
import { sheetTable } from "#app/domain/stocktakes/count-sheet.ts";
import { getSheets } from "#app/domain/stocktakes/get-sheet.server.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

/** A stocktake's count sheet, to be filled in and sent back. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stocktake.count");
  const { id, number, warehouse, organization, blind } = await found(
    request,
    getStocktake(actor, params.id ?? ""),
  );
  const words = messagesFor(localeOf(request)).stocktakes.sheet;
  const { heads, rows } = sheetTable(blind, await getSheets(actor, id), words);
  const bytes = xlsx({
    name: words.title,
    title: [words.name(number), `${organization} · ${warehouse}`, words.hint],
    heads,
    rows: once(rows),
    foot: () => [],
  });
  return new Response(createReadableStreamFromReadable(Readable.from(bytes, { objectMode: false })), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${number}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
}

async function* once<Item>(item: Item): AsyncGenerator<Item> {
  yield item;
}
