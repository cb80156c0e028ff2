import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { DocumentLink } from "#app/components/gifts/document-link.tsx";
import { Facts } from "#app/components/gifts/facts.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { Expiry, LotNumber, RestrictedTo } from "#app/components/stock/lot-facts.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { getReturn } from "#app/domain/returns/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const document = await found(request, getReturn(actor, params.id ?? ""));
  return {
    document,
    history: await listHistory(actor, document.id),
    today: todayInShanghai(),
    title: pageTitle(request, ({ returns }) => returns.detail.title(document.number)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReturnPage() {
  const { document, history } = useLoaderData<typeof loader>();
  const { detail: words, places } = useMessages().returns;
  const isDone = useSearchParams()[0].has("done");
  return (
    <>
      <PageHead title={words.title(document.number)} note={<DateTime at={document.createdAt} year />} />
      {isDone && (
        <Note tone="ok" live>
          {words.done}
        </Note>
      )}
      <div className="cols">
        <div className="stack">
          <Lots />
          <History events={history} />
        </div>
        <Panel title={words.facts} padded>
          <Facts
            facts={[
              [words.site, document.site],
              [
                words.delivery,
                <DocumentLink kind="delivery" id={document.deliveryId} number={document.deliveryNumber} />,
              ],
              [words.warehouse, `${document.warehouse} · ${places[document.into]}`],
              [words.reason, document.reason],
              [words.by, document.createdBy],
            ]}
          />
        </Panel>
      </div>
    </>
  );
}

function Lots() {
  const { document, today } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().returns;
  const { columns: heads } = words;
  return (
    <Panel title={words.lots}>
      <Ledger
        caption={words.lots}
        captionHidden
        columns={[
          { label: heads.item },
          { label: heads.quantity, numeric: true },
          { label: heads.lot },
          { label: heads.expires },
          { label: heads.restriction },
        ]}
      >
        {document.lots.map((lot, i) => (
          <tr key={i}>
            <th scope="row">{lot.item}</th>
            <td className="num">
              <Quantity quantity={lot.quantity} unit={lot.unit} />
            </td>
            <td>
              <LotNumber number={lot.lotNumber} />
            </td>
            <td>
              <Expiry on={lot.expiresOn} today={today} />
            </td>
            <td>
              <RestrictedTo text={lot.restriction} />
            </td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}
