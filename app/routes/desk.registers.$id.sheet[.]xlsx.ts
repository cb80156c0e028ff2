import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { getRegister } from "#app/domain/registers/get.server.ts";
import { registerTable } from "#app/domain/registers/sheet.ts";
import { xlsx } from "#app/domain/reports/files/xlsx.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

/** A register as a sheet, to be filled in and sent back; without doors, names and telephone numbers. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const register = await found(request, getRegister(actor, params.id ?? ""));
  const { registers } = messagesFor(localeOf(request));
  const { sheet: words, groups } = registers;
  const { heads, rows } = registerTable(register, words, groups);
  const bytes = xlsx({
    name: words.title,
    title: [words.name(register.number), `${register.organization} · ${register.site}`, words.hint],
    heads,
    rows: once(rows),
    foot: () => [],
  });
  return new Response(createReadableStreamFromReadable(Readable.from(bytes, { objectMode: false })), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${register.number}.xlsx"`,
      "Cache-Control": "no-store",
    },
  });
}

async function* once<Item>(item: Item): AsyncGenerator<Item> {
  yield item;
}
