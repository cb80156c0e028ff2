import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileDown, Printer } from "lucide-react";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { StockLabelSheet } from "#app/components/labels/StockLabelSheet.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { formatCode, parseCode } from "#app/domain/code.ts";
import { unprintableIn } from "#app/domain/labels/check-printable.server.ts";
import { stockLabelsIn } from "#app/domain/labels/list-stock-labels.server.ts";
import { printedStockLabels } from "#app/domain/labels/qr.ts";
import { selectionQuery } from "#app/domain/labels/selection.ts";
import { stockPaperIn } from "#app/domain/labels/stock-label.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { settings } from "#app/settings.server.ts";

/** As many as a browser lays out at once without making the reader wait: ten sheets. */
const SHOWN = 240;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "label.print");
  const { searchParams } = new URL(request.url);
  const asked = stockLabelsIn(actor, searchParams, settings().publicUrl);
  const { selection, labels } = await found(request, asked);
  return {
    paper: stockPaperIn(searchParams),
    query: selectionQuery(selection),
    count: labels.length,
    labels: printedStockLabels(labels.slice(0, SHOWN)),
    unprintable: unprintableIn(labels),
    replaced: replacedIn(searchParams),
    title: pageTitle(request, (messages) => messages.labels.title),
  };
}

function replacedIn(searchParams: URLSearchParams): string | undefined {
  const verdict = parseCode(searchParams.get("replaced") ?? "");
  return verdict.ok ? verdict.code : undefined;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PrintLabelsPage() {
  const { paper, query, count, labels, unprintable, replaced } = useLoaderData<typeof loader>();
  const { title, print: words, replace } = useMessages().labels;
  const address = `/desk/labels/print?${query}`;
  const tabs = [
    { href: `${address}&paper=60x40`, label: words.small },
    { href: `${address}&paper=3x8`, label: words.sheet },
  ];
  return (
    <>
      <div className="no-print grid gap-4">
        <PageHead
          title={title}
          note={words.note(count)}
          actions={
            <>
              <LinkButton href="/desk/labels">{words.back}</LinkButton>
              {unprintable.length === 0 && (
                <LinkButton href={`/desk/labels/print.pdf?${query}&paper=${paper}`} icon={FileDown} document>
                  {words.pdf(count)}
                </LinkButton>
              )}
              <PrintButton icon={Printer}>{words.print}</PrintButton>
            </>
          }
        />
        {replaced && labels[0] && (
          <Note tone="ok" live>
            {replace.done(formatCode(replaced), formatCode(labels[0].code))}
          </Note>
        )}
        {unprintable.length > 0 && <Note tone="warn">{words.unprintable(unprintable.join(" "))}</Note>}
        {count > labels.length && <Note tone="warn">{words.onlyFirst(labels.length)}</Note>}
        <Tabs label={words.paper} tabs={tabs} current={tabs[paper === "3x8" ? 1 : 0]?.href} />
        <Note>{words.hint}</Note>
      </div>
      <div className="overflow-x-auto">
        <StockLabelSheet labels={labels} paper={paper} />
      </div>
    </>
  );
}
