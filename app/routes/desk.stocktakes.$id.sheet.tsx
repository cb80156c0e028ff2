import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileDown, Printer } from "lucide-react";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { CountSheet } from "#app/components/stocktakes/count-sheet.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { getSheets } from "#app/domain/stocktakes/get-sheet.server.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stocktake.count");
  const { id, number, warehouse, organization, blind } = await found(
    request,
    getStocktake(actor, params.id ?? ""),
  );
  return {
    stocktake: { id, number, warehouse, organization, blind },
    sheets: await getSheets(actor, id),
    printedAt: new Date(),
    title: pageTitle(request, ({ stocktakes }) => stocktakes.sheet.name(number)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CountSheetPage() {
  const { stocktake, sheets, printedAt } = useLoaderData<typeof loader>();
  const { sheet: words, detail } = useMessages().stocktakes;
  const address = `/desk/stocktakes/${stocktake.id}`;
  return (
    <>
      <div className="no-print grid gap-4">
        <PageHead
          title={words.name(stocktake.number)}
          note={words.note(sheets.length)}
          actions={
            <>
              <LinkButton href={address}>{words.back}</LinkButton>
              <LinkButton href={`${address}/sheet.xlsx`} icon={FileDown} download>
                {detail.download}
              </LinkButton>
              <PrintButton icon={Printer}>{words.print}</PrintButton>
            </>
          }
        />
        <Note>{words.hint}</Note>
      </div>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.title}>
        <CountSheet stocktake={stocktake} sheets={sheets} printedAt={printedAt} />
      </div>
    </>
  );
}
