import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import type { MemberActor } from "#app/domain/actor.ts";
import { stockLabelsIn } from "#app/domain/labels/list-stock-labels.server.ts";
import { stockLabelsPdf } from "#app/domain/labels/stock-label.server.ts";
import { type StockPaper, stockPaperIn } from "#app/domain/labels/stock-label.ts";
import { requireAction } from "#app/session/actor.server.ts";
import { orPage } from "#app/session/or-page.server.ts";
import { settings } from "#app/settings.server.ts";

/**
 * The labels as a file. A thousand take about a second, and the file is sent while it is made: the browser shows how
 * much has come, so no job and no page of progress is needed.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "label.print");
  const { search, searchParams } = new URL(request.url);
  const paper = stockPaperIn(searchParams);
  const { count, pdf } = await orPage(pdfOf(actor, searchParams, paper), `/desk/labels/print${search}`);
  return new Response(createReadableStreamFromReadable(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="labels-${paper}-${count}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}

async function pdfOf(actor: MemberActor, parameters: URLSearchParams, paper: StockPaper) {
  const { labels } = await stockLabelsIn(actor, parameters, settings().publicUrl);
  return { count: labels.length, pdf: stockLabelsPdf(`${labels.length} labels`, labels, paper) };
}
