import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { MergeCheck } from "#app/components/items/merge-check.tsx";
import { MergeTargets } from "#app/components/items/merge-targets.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { getItem } from "#app/domain/items/get.server.ts";
import { mergeItems } from "#app/domain/items/merge.server.ts";
import { previewMerge } from "#app/domain/items/preview-merge.server.ts";
import { listMergeTargets } from "#app/domain/items/review.server.ts";
import { MergeItems } from "#app/domain/items/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "item.merge");
  const item = await found(request, getItem(actor, params.id ?? ""));
  if (item.mergedInto !== null) throw redirect(`/desk/items/${item.mergedInto}`);
  const { searchParams } = new URL(request.url);
  const [into, q] = [searchParams.get("into"), searchParams.get("q") ?? ""];
  return {
    title: pageTitle(request, ({ items }) => items.merge.title(item.name)),
    requestId: uuidv7(),
    item: { name: item.name, unit: item.unit },
    searched: q !== "",
    preview: into ? await found(request, previewMerge(actor, item.id, into)) : null,
    targets: into ? [] : await listMergeTargets(actor, item.id, q),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "item.merge");
  const form = await request.formData();
  form.set("fromId", params.id ?? "");
  const merge = (requestId: string, input: MergeItems) => mergeItems(actor, requestId, input);
  const submitted = await submit(request, MergeItems, merge, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/items/${submitted.result.id}?merged`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MergeItem() {
  const { item, preview, targets, searched, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { merge } = useMessages().items;
  return (
    <>
      <PageHead title={merge.title(item.name)} />
      {preview ? (
        <MergeCheck preview={preview} errors={errors} requestId={requestId} />
      ) : (
        <MergeTargets unit={item.unit} targets={targets} searched={searched} />
      )}
    </>
  );
}
