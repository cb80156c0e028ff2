import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DonorTable } from "#app/components/donors/donor-table.tsx";
import { LedgerTabs } from "#app/components/gifts/ledger-tabs.tsx";
import { SearchForm } from "#app/components/gifts/search-form.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listDonors } from "#app/domain/donors/list.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { countOverduePledges } from "#app/domain/pledges/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const q = searchParams.get("q") ?? "";
  const [donors, overdue] = await Promise.all([
    listDonors(actor, { q, page: pageIn(searchParams) }),
    countOverduePledges(actor),
  ]);
  return {
    title: pageTitle(request, (messages) => messages.donors.title),
    donors,
    overdue,
    searched: q !== "",
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Donors() {
  const { donors, overdue, searched } = useLoaderData<typeof loader>();
  const { gifts, donors: words } = useMessages();
  return (
    <>
      <PageHead title={gifts.ledger} note={gifts.unitYuan} />
      <LedgerTabs overdue={overdue} />
      <Panel title={words.title} note={words.note(donors.total)}>
        <SearchForm label={words.search} />
        <DonorTable
          rows={donors.rows}
          empty={
            searched ? (
              <Empty title={words.noneFound}>{gifts.filter.noneText}</Empty>
            ) : (
              <Empty title={words.empty}>{words.emptyText}</Empty>
            )
          }
        />
        <Pager page={donors.page} pages={pagesOf(donors)} rows={donors.total} />
      </Panel>
    </>
  );
}
