import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Boxes, PackageOpen } from "lucide-react";
import { StockFilter } from "#app/components/stock/stock-filter.tsx";
import { StockTable } from "#app/components/stock/stock-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { listStock } from "#app/domain/stock/list.server.ts";
import { EXPIRING_DAYS, LOW_DAYS, OVER_DAYS, type StockView, stockViews } from "#app/domain/stock/view.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const asked = {
    warehouse: searchParams.get("warehouse") ?? "",
    item: searchParams.get("item") ?? "",
    q: searchParams.get("q")?.trim() ?? "",
    view: stockViews.find((view) => view === searchParams.get("view")) ?? "all",
  };
  const { warehouse, item, q, view } = asked;
  const filter = { warehouseId: warehouse, itemId: item, q, view, page: pageIn(searchParams) };
  const [stock, warehouses] = await Promise.all([
    found(request, listStock(actor, filter)),
    listWarehouses(actor),
  ]);
  return {
    stock,
    warehouses,
    asked,
    today: todayInShanghai(),
    mayPutAway: may(actor, "stock.put-away"),
    may: {
      move: may(actor, "stock.move"),
      pack: may(actor, "box.handle"),
      writeOff: may(actor, "stock.write-off"),
      print: may(actor, "label.print"),
    },
    title: pageTitle(request, (messages) => messages.stock.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StockPage() {
  const { stock, warehouses, asked, today, mayPutAway, may: acts } = useLoaderData<typeof loader>();
  const words = useMessages().stock;
  const [parameters] = useSearchParams();
  const pages = pagesOf(stock);
  const done = parameters.get("put");
  const waiting = warehouses.some(({ lotsAtDock }) => lotsAtDock > 0);
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(stock.total)}
        actions={
          mayPutAway &&
          waiting && (
            <LinkButton
              href={`/desk/stock/put-away?warehouse=${asked.warehouse}`}
              icon={PackageOpen}
              tone="primary"
            >
              {words.putAway.button}
            </LinkButton>
          )
        }
      />
      {done && (
        <Note tone="ok" live>
          {words.putAway.done(Number(done))}
        </Note>
      )}
      {parameters.has("moved") && (
        <Note tone="ok" live>
          {words.move.done}
        </Note>
      )}
      <StockFilter asked={asked} warehouses={warehouses} />
      <Panel title={words.list} note={words.explain}>
        <StockTable
          rows={stock.rows}
          asked={asked}
          today={today}
          several={asked.warehouse === "" && warehouses.length > 1}
          may={acts}
          empty={<NoStock view={asked.view} searched={Boolean(asked.q || asked.item || asked.warehouse)} />}
        />
        {pages > 1 && <Pager page={stock.page} pages={pages} rows={stock.total} />}
      </Panel>
    </>
  );
}

function NoStock({ view, searched }: { view: StockView; searched: boolean }) {
  const words = useMessages().stock;
  if (view === "dock") return <Empty title={words.noneDock}>{words.noneDockHow}</Empty>;
  if (view === "expiring") {
    return <Empty title={words.noneExpiring(EXPIRING_DAYS)}>{words.noneExpiringHow}</Empty>;
  }
  if (view === "low") return <Empty title={words.noneLow(LOW_DAYS)}>{words.noneLowHow}</Empty>;
  if (view === "over") return <Empty title={words.noneOver(OVER_DAYS)}>{words.noneOverHow}</Empty>;
  return (
    <Empty icon={Boxes} title={searched ? words.nothing : words.none}>
      {searched ? words.nothingHow : words.noneHow}
    </Empty>
  );
}
