import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { CancelForm } from "#app/components/stocktakes/cancel-form.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { cancelStocktake } from "#app/domain/stocktakes/cancel.server.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { CancelStocktake } from "#app/domain/stocktakes/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stocktake.open");
  const { id, number, warehouse } = await found(request, getStocktake(actor, params.id ?? ""));
  return {
    id,
    number,
    warehouse,
    requestId: uuidv7(),
    title: pageTitle(request, ({ stocktakes }) => stocktakes.cancel.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "stocktake.open");
  const form = await request.formData();
  form.set("stocktakeId", params.id ?? "");
  const submitted = await submit(
    request,
    CancelStocktake,
    (id, input) => cancelStocktake(actor, id, input),
    form,
  );
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/stocktakes/${params.id}?done=cancelled`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CancelStocktakePage() {
  const { id, number, warehouse, requestId } = useLoaderData<typeof loader>();
  const { cancel: words } = useMessages().stocktakes;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.title} note={`${number} · ${warehouse}`} />
      <Note tone="warn">{words.note}</Note>
      <Panel title={words.reason} padded>
        <CancelForm stocktakeId={id} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
