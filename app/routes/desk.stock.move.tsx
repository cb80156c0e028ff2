import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { MoveForm } from "#app/components/stock/move-form.tsx";
import { NoLoose } from "#app/components/stock/no-loose.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getLooseLot } from "#app/domain/boxes/loose.server.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { getLot } from "#app/domain/stock/get-lot.server.ts";
import { moveStock } from "#app/domain/stock/move.server.ts";
import { MoveStock } from "#app/domain/stock/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { lotPlaceIn } from "#app/session/lot-place.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stock.move");
  const lot = await found(request, getLooseLot(actor, lotPlaceIn(request)));
  const { bins } = await getWarehouse(actor, lot.warehouseId);
  return {
    lot,
    bins: bins.map(({ id, name }) => ({ id, name })),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ stock }) => stock.move.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "stock.move");
  const { accountId: fromAccount, ...place } = lotPlaceIn(request);
  const { itemId } = await found(request, getLot(actor, { ...place, accountId: fromAccount }));
  const form = await request.formData();
  for (const [name, value] of Object.entries({ ...place, fromAccount })) form.set(name, value);
  const submitted = await submit(request, MoveStock, (id, input) => moveStock(actor, id, input), form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/stock?warehouse=${place.warehouseId}&item=${itemId}&moved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MoveStockPage() {
  const { lot, bins, today, requestId } = useLoaderData<typeof loader>();
  const { move: words, places } = useMessages().stock;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.title} note={`${lot.warehouse} · ${lot.bin ?? places[lot.place]}`} />
      <Note>{words.note}</Note>
      <Panel title={lot.item} padded>
        {lot.loose > 0n ? (
          <MoveForm lot={lot} bins={bins} today={today} errors={errors} requestId={requestId} />
        ) : (
          <NoLoose lot={lot} />
        )}
      </Panel>
    </>
  );
}
