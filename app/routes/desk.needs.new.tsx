import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MapPin } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { Link } from "#app/components/layout/router.ts";
import { RecordForm } from "#app/components/needs/need-forms.tsx";
import { SiteFilter } from "#app/components/places/site-filter.tsx";
import { SiteTable } from "#app/components/places/site-table.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { recordNeed } from "#app/domain/needs/record.server.ts";
import { RecordNeed } from "#app/domain/needs/schema.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { getSite } from "#app/domain/places/get-site.server.ts";
import { listSites } from "#app/domain/places/list-sites.server.ts";
import { listTownships } from "#app/domain/places/list-townships.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "need.record");
  const { searchParams } = new URL(request.url);
  const siteId = searchParams.get("site");
  const shared = { requestId: uuidv7(), title: pageTitle(request, ({ needs }) => needs.ask) };
  if (siteId) {
    const { id, name, township } = await found(request, getSite(actor, siteId));
    return { ...shared, step: "ask" as const, site: { id, name, township } };
  }
  const township = searchParams.get("township") ?? "";
  const q = searchParams.get("q")?.trim() ?? "";
  const [sites, townships] = await Promise.all([
    listSites(actor, { townshipCode: township, q, open: true, page: pageIn(searchParams) }),
    listTownships(),
  ]);
  return { ...shared, step: "choose" as const, sites, townships, township, q };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "need.record");
  const submitted = await submit(request, RecordNeed, (id, input) => recordNeed(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/needs/${submitted.result.id}?done=asked`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewNeedPage() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { needs: words, places } = useMessages();
  if (page.step === "ask") {
    const { site, requestId } = page;
    return (
      <>
        <PageHead
          title={words.ask}
          note={
            <>
              {site.township} · {site.name} · <Link to="/desk/needs/new">{words.form.otherSite}</Link>
            </>
          }
        />
        <Panel title={words.form.lines} padded>
          <RecordForm siteId={site.id} errors={errors} requestId={requestId} />
        </Panel>
      </>
    );
  }
  const { sites, townships, township, q } = page;
  const pages = pagesOf(sites);
  return (
    <>
      <PageHead title={words.ask} note={words.form.site} />
      <SiteFilter townships={townships} township={township} q={q} />
      <Panel title={places.sites.list}>
        <SiteTable
          sites={sites.rows}
          act={(site) => <Link to={`/desk/needs/new?site=${site.id}`}>{words.form.record}</Link>}
          empty={
            <Empty icon={MapPin} title={places.sites.nothing}>
              {places.sites.nothingHow}
            </Empty>
          }
        />
        {pages > 1 && <Pager page={sites.page} pages={pages} rows={sites.total} />}
      </Panel>
    </>
  );
}
