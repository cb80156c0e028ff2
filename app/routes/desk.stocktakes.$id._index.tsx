import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { FileDown, FileUp, Printer } from "lucide-react";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { DifferenceTable } from "#app/components/stocktakes/difference-table.tsx";
import { PlaceGrid } from "#app/components/stocktakes/place-grid.tsx";
import { StocktakeTag } from "#app/components/stocktakes/status-tag.tsx";
import { SettledReason } from "#app/components/stocktakes/settled-reason.tsx";
import { StocktakeFacts } from "#app/components/stocktakes/stocktake-facts.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { may } from "#app/domain/permissions.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { listDifferences } from "#app/domain/stocktakes/list-differences.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const stocktake = await found(request, getStocktake(actor, params.id ?? ""));
  return {
    stocktake,
    lines: stocktake.status === "approved" ? await listDifferences(actor, stocktake.id) : null,
    can: {
      open: may(actor, "stocktake.open"),
      count: may(actor, "stocktake.count"),
      approve: may(actor, "stocktake.approve"),
    },
    today: todayInShanghai(),
    title: pageTitle(request, ({ stocktakes }) => stocktakes.detail.title(stocktake.number)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StocktakePage() {
  const { stocktake, lines, can, today } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().stocktakes;
  return (
    <>
      <PageHead
        title={words.title(stocktake.number)}
        note={<StocktakeTag status={stocktake.status} />}
        actions={<Actions />}
      />
      <Outcome />
      <div className="cols">
        <div className="stack">
          {lines && (
            <Panel title={words.differences} note={lines.length === 0 ? words.none : undefined}>
              <DifferenceTable
                lines={lines}
                today={today}
                empty={<Empty title={words.none} />}
                reason={(line) => <SettledReason line={line} />}
              />
            </Panel>
          )}
          <Panel
            title={words.places}
            note={stocktake.status === "counting" && can.count ? words.placesNote : undefined}
          >
            <div className="inside">
              <Progress label={words.progress} done={stocktake.counted} all={stocktake.places.length}>
                {stocktake.differences === null && words.hidden}
              </Progress>
            </div>
            <PlaceGrid stocktake={stocktake} mayCount={can.count} />
          </Panel>
        </div>
        <div className="stack">
          <StocktakeFacts stocktake={stocktake} />
        </div>
      </div>
    </>
  );
}

function Actions() {
  const { stocktake, can } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().stocktakes;
  const address = `/desk/stocktakes/${stocktake.id}`;
  if (stocktake.status === "approved") return <PrintButton icon={Printer}>{words.printResult}</PrintButton>;
  if (stocktake.status === "cancelled") return null;
  return (
    <>
      {can.count && (
        <>
          <LinkButton href={`${address}/sheet`} icon={Printer}>
            {words.print}
          </LinkButton>
          <LinkButton href={`${address}/sheet.xlsx`} icon={FileDown} download>
            {words.download}
          </LinkButton>
          <LinkButton href={`${address}/upload`} icon={FileUp}>
            {words.upload}
          </LinkButton>
        </>
      )}
      {can.open && <LinkButton href={`${address}/cancel`}>{words.cancel}</LinkButton>}
      {can.approve && (
        <LinkButton tone="primary" href={`${address}/approve`}>
          {words.approve}
        </LinkButton>
      )}
    </>
  );
}

function Outcome() {
  const { stocktake } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().stocktakes;
  const [asked] = useSearchParams();
  const said = new Map([
    ["opened", words.opened(stocktake.number)],
    ["counted", words.countedBin(asked.get("bin") ?? "")],
    ["stored", words.stored(Number(asked.get("bins")) || 0)],
    ["approved", words.approved],
    ["cancelled", words.cancelled],
  ]).get(asked.get("done") ?? "");
  if (!said) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
