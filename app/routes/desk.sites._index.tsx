import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { MapPin, Plus } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";
import { SiteFilter } from "#app/components/places/site-filter.tsx";
import { SiteTable } from "#app/components/places/site-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { listSites } from "#app/domain/places/list-sites.server.ts";
import { listTownships } from "#app/domain/places/list-townships.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const township = searchParams.get("township") ?? "";
  const q = searchParams.get("q")?.trim() ?? "";
  const [sites, townships] = await Promise.all([
    listSites(actor, { townshipCode: township, q, page: pageIn(searchParams) }),
    listTownships(),
  ]);
  return {
    sites,
    townships,
    township,
    q,
    mayAdd: may(actor, "site.add"),
    mayDeliver: may(actor, "delivery.create"),
    today: todayInShanghai(),
    title: pageTitle(request, ({ places }) => places.sites.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SitesPage() {
  const { sites, townships, township, q, mayAdd, mayDeliver, today } = useLoaderData<typeof loader>();
  const { sites: words } = useMessages().places;
  const added = useSearchParams()[0].get("added");
  const filtered = township !== "" || q !== "";
  const pages = pagesOf(sites);
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(sites.total)}
        actions={
          mayAdd && (
            <LinkButton href={`/desk/sites/new?township=${township}`} icon={Plus} tone="primary">
              {words.add}
            </LinkButton>
          )
        }
      />
      {added && (
        <Note tone="ok" live>
          {words.added(added)}
        </Note>
      )}
      <SiteFilter townships={townships} township={township} q={q} />
      <Panel title={words.list}>
        <SiteTable
          sites={sites.rows}
          act={
            mayDeliver
              ? (site) =>
                  site.closedOn !== null && site.closedOn <= today ? null : (
                    <Link to={`/desk/deliveries/new?site=${site.id}`}>{words.newDelivery}</Link>
                  )
              : undefined
          }
          empty={
            <Empty icon={MapPin} title={filtered ? words.nothing : words.none}>
              {filtered ? words.nothingHow : words.noneHow}
            </Empty>
          }
        />
        {pages > 1 && <Pager page={sites.page} pages={pages} rows={sites.total} />}
      </Panel>
    </>
  );
}
