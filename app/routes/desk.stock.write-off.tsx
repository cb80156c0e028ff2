import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { WriteOffForm } from "#app/components/write-offs/write-off-form.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { getLot } from "#app/domain/stock/get-lot.server.ts";
import { WriteOff } from "#app/domain/write-offs/schema.ts";
import { writeOff } from "#app/domain/write-offs/write-off.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { lotPlaceIn } from "#app/session/lot-place.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stock.write-off");
  return {
    lot: await found(request, getLot(actor, lotPlaceIn(request))),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ stock }) => stock.writeOff.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "stock.write-off");
  const place = lotPlaceIn(request);
  await found(request, getLot(actor, place));
  const form = await request.formData();
  for (const [name, value] of Object.entries(place)) form.set(name, value);
  const submitted = await submit(request, WriteOff, (id, input) => writeOff(actor, id, input), form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/write-offs/${submitted.result.id}?done=asked`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WriteOffPage() {
  const { lot, today, requestId } = useLoaderData<typeof loader>();
  const { stock: words, writeOffs } = useMessages();
  const errors = useActionData<typeof action>();
  const place = lot.place === "bin" ? lot.bin : words.places[lot.place];
  return (
    <>
      <PageHead title={words.writeOff.title} note={`${lot.warehouse} · ${place}`} />
      <Note>{writeOffs.ask.note}</Note>
      <Panel title={lot.item} padded>
        <WriteOffForm lot={lot} today={today} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
