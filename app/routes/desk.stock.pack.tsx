import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { PackForm } from "#app/components/boxes/pack-form.tsx";
import { NoLoose } from "#app/components/stock/no-loose.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getLooseLot } from "#app/domain/boxes/loose.server.ts";
import { packBoxes } from "#app/domain/boxes/pack.server.ts";
import { PackBoxes } from "#app/domain/boxes/schema.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { selectionQuery } from "#app/domain/labels/selection.ts";
import { getLot } from "#app/domain/stock/get-lot.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { lotPlaceIn } from "#app/session/lot-place.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "box.handle");
  return {
    lot: await found(request, getLooseLot(actor, lotPlaceIn(request))),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ boxes }) => boxes.pack.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "box.handle");
  const place = lotPlaceIn(request);
  await found(request, getLot(actor, place));
  const form = await request.formData();
  for (const [name, value] of Object.entries(place)) form.set(name, value);
  const submitted = await submit(request, PackBoxes, (id, input) => packBoxes(actor, id, input), form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/labels/print?${selectionQuery({ by: "codes", codes: submitted.result.codes })}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PackPage() {
  const { lot, today, requestId } = useLoaderData<typeof loader>();
  const { boxes, stock } = useMessages();
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={boxes.pack.title} note={`${lot.warehouse} · ${lot.bin ?? stock.places[lot.place]}`} />
      <Note>{boxes.pack.note}</Note>
      <Panel title={lot.item} padded>
        {lot.loose > 0n ? (
          <PackForm lot={lot} today={today} errors={errors} requestId={requestId} />
        ) : (
          <NoLoose lot={lot} />
        )}
      </Panel>
    </>
  );
}
