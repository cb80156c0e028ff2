import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { TakeApartForm } from "#app/components/kits/take-apart-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { UserActor } from "#app/domain/actor.ts";
import { notFound } from "#app/domain/errors.ts";
import { TakeKitsApart } from "#app/domain/kits/schema.ts";
import { takeKitsApart } from "#app/domain/kits/take-apart.server.ts";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { getLot } from "#app/domain/stock/get-lot.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { lotPlaceIn } from "#app/session/lot-place.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "kit.assemble");
  const lot = await found(request, kitLot(actor, lotPlaceIn(request)));
  return {
    lot,
    bins: (await getWarehouse(actor, lot.warehouseId)).bins,
    requestId: uuidv7(),
    title: pageTitle(request, ({ kits }) => kits.apart.title),
  };
}

async function kitLot(actor: UserActor, place: ReturnType<typeof lotPlaceIn>) {
  const lot = await getLot(actor, place);
  return lot.kitId === null || lot.place === "quarantine" ? notFound("lot") : lot;
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "kit.assemble");
  const form = await request.formData();
  for (const [name, value] of Object.entries(lotPlaceIn(request))) form.set(name, value);
  const takeApart = (id: string, input: TakeKitsApart) => takeKitsApart(actor, id, input);
  const submitted = await submit(request, TakeKitsApart, takeApart, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/kits/${submitted.result.id}?done=apart`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TakeApartPage() {
  const { lot, bins, requestId } = useLoaderData<typeof loader>();
  const { kits, stock } = useMessages();
  const { apart: words } = kits;
  const errors = useActionData<typeof action>();
  const place = lot.place === "bin" ? lot.bin : stock.places[lot.place];
  return (
    <>
      <PageHead title={words.title} note={`${lot.kitNumber} · ${lot.warehouse} · ${place}`} />
      <Panel title={lot.item} note={words.note} padded>
        <TakeApartForm lot={lot} bins={bins} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
