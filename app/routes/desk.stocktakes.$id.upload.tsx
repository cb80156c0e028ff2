import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SheetPreview } from "#app/components/stocktakes/sheet-preview.tsx";
import { SheetUpload } from "#app/components/stocktakes/sheet-upload.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { LIMITS } from "#app/domain/imports/read/refusal.ts";
import { readable } from "#app/domain/imports/refusal-text.ts";
import { countBins } from "#app/domain/stocktakes/count-bins.server.ts";
import { getStocktake } from "#app/domain/stocktakes/get.server.ts";
import { previewSheet } from "#app/domain/stocktakes/preview-sheet.server.ts";
import { SheetForm, StoreSheetForm } from "#app/domain/stocktakes/sheet-form.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "stocktake.count");
  const { id, number, status } = await found(request, getStocktake(actor, params.id ?? ""));
  if (status !== "counting") throw redirect(`/desk/stocktakes/${id}`);
  return {
    id,
    number,
    requestId: uuidv7(),
    title: pageTitle(request, ({ stocktakes }) => stocktakes.upload.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "stocktake.count");
  const { id } = await found(request, getStocktake(actor, params.id ?? ""));
  if (isTooLarge(request)) {
    const errors: FormErrors = { fields: { file: "file_too_large" }, values: {} };
    return data({ preview: undefined, errors }, { status: 413 });
  }
  const form = await request.formData();
  if (form.get("intent") === "store") {
    form.set("stocktakeId", id);
    const stored = await submit(
      request,
      StoreSheetForm,
      (requestId, input) => countBins(actor, requestId, input),
      form,
    );
    if (stored.ok) throw redirect(`/desk/stocktakes/${id}?done=stored&bins=${stored.result.bins}`);
    const { data: errors, init } = stored.answer;
    return data({ preview: undefined, errors }, init ?? undefined);
  }
  const read = await submit(
    request,
    SheetForm,
    async (_requestId, { file }) => {
      try {
        return await previewSheet(actor, id, new Uint8Array(await file.arrayBuffer()));
      } catch (error) {
        throw readable(error, localeOf(request));
      }
    },
    form,
  );
  if (read.ok) return data({ preview: read.result, errors: undefined });
  const { data: errors, init } = read.answer;
  return data({ preview: undefined, errors }, init ?? undefined);
}

/** Room for the form around the file. What does not say its length is not read. */
const isTooLarge = (request: Request): boolean =>
  !(Number(request.headers.get("Content-Length") ?? Infinity) <= LIMITS.fileBytes + 100_000);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function UploadPage() {
  const { id, number, requestId } = useLoaderData<typeof loader>();
  const { upload: words, count } = useMessages().stocktakes;
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={words.title}
        note={number}
        actions={<LinkButton href={`/desk/stocktakes/${id}`}>{count.back}</LinkButton>}
      />
      {answer?.preview && <SheetPreview stocktakeId={id} preview={answer.preview} requestId={requestId} />}
      <Panel title={words.file} padded>
        <SheetUpload errors={answer?.errors} requestId={requestId} />
      </Panel>
    </>
  );
}
