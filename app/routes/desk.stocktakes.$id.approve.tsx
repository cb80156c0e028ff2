import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ApproveForm } from "#app/components/stocktakes/approve-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { ApproveForm as ApproveSchema } from "#app/domain/stocktakes/approve-form.ts";
import { approveStocktake } from "#app/domain/stocktakes/approve.server.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { listDifferences } from "#app/domain/stocktakes/list-differences.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stocktake.approve");
  const stocktake = await found(request, getStocktake(actor, params.id ?? ""));
  if (stocktake.status !== "counting") throw redirect(`/desk/stocktakes/${stocktake.id}`);
  return {
    stocktake,
    lines: stocktake.differences === null ? null : await listDifferences(actor, stocktake.id),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ stocktakes }) => stocktakes.approve.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "stocktake.approve");
  const form = await request.formData();
  form.set("stocktakeId", params.id ?? "");
  const submitted = await submit(
    request,
    ApproveSchema,
    (id, input) => approveStocktake(actor, id, input),
    form,
  );
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/stocktakes/${params.id}?done=approved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ApprovePage() {
  const { stocktake, lines, today, requestId } = useLoaderData<typeof loader>();
  const { approve: words } = useMessages().stocktakes;
  const errors = useActionData<typeof action>();
  const bins = new Set(lines?.map(({ accountId }) => accountId)).size;
  return (
    <>
      <PageHead
        title={words.title}
        note={[stocktake.number, lines && words.note(lines.length, bins)].filter(Boolean).join(" · ")}
      />
      <ApproveForm stocktake={stocktake} lines={lines} today={today} errors={errors} requestId={requestId} />
    </>
  );
}
