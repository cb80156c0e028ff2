import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Pencil, Truck } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { DeliveryTable } from "#app/components/deliveries/delivery-table.tsx";
import { NeedTable } from "#app/components/needs/need-table.tsx";
import { SiteFacts } from "#app/components/places/site-facts.tsx";
import { SiteLinkPanel } from "#app/components/places/site-link-panel.tsx";
import { CameInAllTable } from "#app/components/site-page/came-list.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatDate, todayInShanghai } from "#app/domain/dates.ts";
import { listDeliveries } from "#app/domain/deliveries/list.server.ts";
import { goodsToSite } from "#app/domain/deliveries/to-site.server.ts";
import { listNeeds } from "#app/domain/needs/list.server.ts";
import { may } from "#app/domain/permissions.ts";
import { getSite } from "#app/domain/places/get-site.server.ts";
import { ShareSite } from "#app/domain/places/schema.ts";
import { shareSite } from "#app/domain/places/share-site.server.ts";
import { unshareSite } from "#app/domain/places/unshare-site.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { siteLink } from "#app/session/site-link.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const site = await found(request, getSite(actor, params.id ?? ""));
  const siteId = site.id;
  const now = new Date();
  const [planned, dispatched, confirmed, goods, needs] = await Promise.all([
    listDeliveries(actor, { siteId, status: "planned" }),
    listDeliveries(actor, { siteId, status: "dispatched" }),
    listDeliveries(actor, { siteId, status: "confirmed" }),
    goodsToSite(siteId),
    listNeeds(actor, { siteId, view: "all", now }),
  ]);
  return {
    site,
    coming: [...dispatched.rows, ...planned.rows],
    received: confirmed.rows,
    receivedTotal: confirmed.total,
    inAll: goods.inAll,
    needs: needs.rows,
    now,
    today: todayInShanghai(),
    can: {
      edit: may(actor, "site.edit"),
      share: may(actor, "site.share"),
      deliver: may(actor, "delivery.create"),
      record: may(actor, "need.record"),
    },
    requestId: uuidv7(),
    title: pageTitle(request, () => site.name),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "site.share");
  const form = await request.formData();
  form.set("siteId", params.id ?? "");
  if (form.get("intent") === "unshare") {
    const stop = (id: string, input: ShareSite) => unshareSite(actor, id, input);
    const stopped = await submit(request, ShareSite, stop, form);
    if (!stopped.ok) return answerTo("unshare", stopped);
    throw redirect(`/desk/sites/${params.id}?done=stopped`);
  }
  const share = async (id: string, input: ShareSite) => siteLink(await shareSite(actor, id, input));
  return answerTo("share", await submit(request, ShareSite, share, form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SitePage() {
  const { site, coming, received, receivedTotal, inAll, needs, now, today, can, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const messages = useMessages();
  const { sites: words } = messages;
  const isClosed = site.closedOn !== null && site.closedOn <= today;
  return (
    <>
      <PageHead
        title={site.name}
        note={site.closedOn === null ? site.township : <Closing on={site.closedOn} />}
        actions={
          <>
            {can.deliver && !isClosed && (
              <LinkButton href={`/desk/deliveries/new?site=${site.id}`} icon={Truck} tone="primary">
                {messages.places.sites.newDelivery}
              </LinkButton>
            )}
            {can.edit && (
              <LinkButton href={`/desk/sites/${site.id}/edit`} icon={Pencil}>
                {words.edit}
              </LinkButton>
            )}
          </>
        }
      />
      <Outcome />
      <div className="cols">
        <div className="stack">
          <Panel title={words.coming}>
            <DeliveryTable rows={coming} empty={<Empty title={words.comingNone}>{words.comingHow}</Empty>} />
          </Panel>
          <Panel
            title={words.needs}
            more={
              can.record &&
              !isClosed && (
                <LinkButton href={`/desk/needs/new?site=${site.id}`} tone="quiet">
                  {messages.needs.ask}
                </LinkButton>
              )
            }
          >
            <NeedTable
              rows={needs}
              now={now}
              empty={<Empty title={words.needsNone}>{words.needsHow}</Empty>}
            />
          </Panel>
          <Panel title={words.received} note={words.receivedNote(receivedTotal)}>
            {inAll.length > 0 && <CameInAllTable inAll={inAll} />}
            <DeliveryTable
              rows={received}
              empty={<Empty title={words.receivedNone}>{words.receivedHow}</Empty>}
            />
          </Panel>
        </div>
        <div className="stack">
          <Panel title={words.facts} padded>
            <SiteFacts site={site} />
          </Panel>
          {can.share && (
            <SiteLinkPanel
              since={site.linkSince}
              link={answer?.intent === "share" ? answer.result : undefined}
              requestId={requestId}
            />
          )}
        </div>
      </div>
    </>
  );
}

function Closing({ on }: { on: string }) {
  const words = useMessages().sites;
  return <Tag tone="warn">{words.closed(formatDate(on, useLocale()))}</Tag>;
}

function Outcome() {
  const words = useMessages().sites;
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  if (answer?.errors?.form) {
    return (
      <Note tone="bad" live>
        {answer.errors.form}
      </Note>
    );
  }
  const said = new Map([
    ["saved", words.saved],
    ["stopped", words.link.stopped],
  ]).get(done ?? "");
  if (said === undefined || answer !== undefined) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
