import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { CountForm } from "#app/components/stocktakes/count-form.tsx";
import { FindLotForm } from "#app/components/stocktakes/find-lot-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { CountBinForm } from "#app/domain/stocktakes/count-form.ts";
import { countBin } from "#app/domain/stocktakes/count-bin.server.ts";
import { findLots } from "#app/domain/stocktakes/find-lots.server.ts";
import { getBinSheet } from "#app/domain/stocktakes/get-sheet.server.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { nextToCount } from "#app/domain/stocktakes/next-to-count.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stocktake.count");
  const { searchParams } = new URL(request.url);
  const id = params.id ?? "";
  const stocktake = await found(request, getStocktake(actor, id));
  if (stocktake.status !== "counting") throw redirect(`/desk/stocktakes/${id}`);
  const sheet = await found(request, getBinSheet(actor, id, searchParams.get("at") ?? ""));
  const q = searchParams.get("q")?.trim() ?? "";
  const known = new Set(sheet.lots.map(({ assetId }) => assetId));
  const lots = q === "" ? [] : await findLots(actor, id, q);
  return {
    id,
    number: stocktake.number,
    sheet,
    q,
    found: lots.filter(({ assetId }) => !known.has(assetId)),
    nothingFound: q !== "" && lots.length === 0,
    counted: searchParams.get("counted"),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ stocktakes }) => stocktakes.count.title(sheet.bin ?? stocktakes.dock)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "stocktake.count");
  const form = await request.formData();
  const id = params.id ?? "";
  form.set("stocktakeId", id);
  const submitted = await submit(
    request,
    CountBinForm,
    async (requestId, input) => {
      await countBin(actor, requestId, input);
      return input.accountId;
    },
    form,
  );
  if (!submitted.ok) return submitted.answer;
  const { places } = await getStocktake(actor, id);
  const { next, counted } = nextToCount(places, submitted.result);
  const bin = encodeURIComponent(counted ?? "");
  throw redirect(
    next === undefined
      ? `/desk/stocktakes/${id}?done=counted&bin=${bin}`
      : `/desk/stocktakes/${id}/count?at=${next}&counted=${bin}`,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CountPage() {
  const { id, number, sheet, q, counted, ...page } = useLoaderData<typeof loader>();
  const { count: words, detail, dock } = useMessages().stocktakes;
  const errors = useActionData<typeof action>();
  const bin = sheet.bin ?? dock;
  return (
    <>
      <PageHead title={words.title(bin)} note={[number, sheet.zone].filter(Boolean).join(" · ")} />
      {counted !== null && errors === undefined && (
        <Note tone="ok" live key={counted}>
          {detail.countedBin(counted || dock)}
        </Note>
      )}
      {sheet.pickedFor !== null ? (
        <>
          <Note tone="warn">{words.picking(sheet.pickedFor)}</Note>
          <div>
            <LinkButton href={`/desk/stocktakes/${id}`}>{words.back}</LinkButton>
          </div>
        </>
      ) : (
        <>
          {sheet.rounds > 0 && <Note>{words.again}</Note>}
          {errors?.form && (
            <div>
              <LinkButton href={`/desk/stocktakes/${id}/count?at=${sheet.accountId}`} document>
                {words.reopen}
              </LinkButton>
            </div>
          )}
          <Panel title={words.bins(bin)} padded>
            <CountForm
              key={`${sheet.accountId} ${q}`}
              stocktakeId={id}
              sheet={sheet}
              found={page.found}
              today={page.today}
              errors={errors}
              requestId={page.requestId}
            />
          </Panel>
          <Panel title={words.found} padded>
            {page.nothingFound && <Note tone="warn">{words.nothing(q)}</Note>}
            <FindLotForm key={sheet.accountId} accountId={sheet.accountId} q={q} />
          </Panel>
        </>
      )}
    </>
  );
}
