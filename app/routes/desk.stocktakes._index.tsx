import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StocktakeTable } from "#app/components/stocktakes/stocktake-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { listStocktakes } from "#app/domain/stocktakes/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return {
    stocktakes: await listStocktakes(actor, { page: pageIn(new URL(request.url).searchParams) }),
    mayOpen: may(actor, "stocktake.open"),
    title: pageTitle(request, ({ stocktakes }) => stocktakes.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StocktakesPage() {
  const { stocktakes, mayOpen } = useLoaderData<typeof loader>();
  const { stocktakes: words } = useMessages();
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(stocktakes.total)}
        actions={
          mayOpen && (
            <LinkButton tone="primary" href="/desk/stocktakes/new">
              {words.open.button}
            </LinkButton>
          )
        }
      />
      <Panel title={words.list}>
        <StocktakeTable rows={stocktakes.rows} empty={<Empty title={words.none}>{words.noneHow}</Empty>} />
        {pagesOf(stocktakes) > 1 && (
          <Pager page={stocktakes.page} pages={pagesOf(stocktakes)} rows={stocktakes.total} />
        )}
      </Panel>
    </>
  );
}
