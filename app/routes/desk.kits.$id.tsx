import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Facts } from "#app/components/gifts/facts.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { KitLotPanel } from "#app/components/kits/kit-lots.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { getKit } from "#app/domain/kits/get.server.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { may } from "#app/domain/permissions.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const kit = await found(request, getKit(actor, params.id ?? ""));
  return {
    kit,
    history: await listHistory(actor, kit.id),
    mayTakeApart: may(actor, "kit.assemble"),
    today: todayInShanghai(),
    title: pageTitle(request, ({ kits }) => kits.detail.title(kit.number)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function KitPage() {
  const { kit, history, mayTakeApart, today } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().kits;
  return (
    <>
      <PageHead title={words.title(kit.number)} note={kit.item} />
      <Outcome />
      <div className="cols">
        <div className="stack">
          {kit.lots.map((lot) => (
            <KitLotPanel key={lot.assetId} kit={kit} lot={lot} today={today} mayTakeApart={mayTakeApart} />
          ))}
          <History events={history} />
        </div>
        <Panel title={words.facts} padded>
          <Facts
            facts={[
              [words.quantity, formatQuantity(kit.quantity, kit.unit)],
              [words.warehouse, kit.warehouse],
              [words.by, kit.createdBy],
              [words.at, <DateTime at={kit.createdAt} year />],
              [words.note, kit.note],
            ]}
          />
        </Panel>
      </div>
    </>
  );
}

function Outcome() {
  const { kit } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().kits;
  const done = useSearchParams()[0].get("done");
  if (kit.takenBack) return <Note tone="warn">{words.takenBack}</Note>;
  if (done === null) return null;
  return (
    <Note tone="ok" live>
      {done === "apart" ? words.apart : words.made}
    </Note>
  );
}
