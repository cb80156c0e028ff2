import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LikeKnown, LikeNone } from "#app/components/items/review-lists.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { confirmItems } from "#app/domain/items/confirm.server.ts";
import { mergeItems } from "#app/domain/items/merge.server.ts";
import { listUnreviewed } from "#app/domain/items/review.server.ts";
import { ConfirmItems, MergeItems } from "#app/domain/items/schema.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return {
    title: pageTitle(request, ({ items }) => items.review.title),
    mayMerge: may(actor, "item.merge"),
    mayConfirm: may(actor, "item.edit"),
    ...(await listUnreviewed(actor)),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  if (form.get("intent") === "merge") {
    const actor = await requireAction(request, "item.merge");
    const merge = (requestId: string, input: MergeItems) => mergeItems(actor, requestId, input);
    const merged = await submit(request, MergeItems, merge, form);
    if (!merged.ok) return merged.answer;
  } else {
    const actor = await requireAction(request, "item.edit");
    const confirm = (requestId: string, input: ConfirmItems) => confirmItems(actor, requestId, input);
    const confirmed = await submit(request, ConfirmItems, confirm, form);
    if (!confirmed.ok) return confirmed.answer;
  }
  throw redirect("/desk/items/review");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReviewItems() {
  const { rows, total, mayMerge, mayConfirm } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { review } = useMessages().items;
  const [like, unlike] = [
    rows.filter(({ matches }) => matches.length > 0),
    rows.filter(({ matches }) => matches.length === 0),
  ];
  return (
    <>
      <PageHead title={review.title} note={review.note(total)} />
      {errors?.form && (
        <Note tone="bad" live>
          {errors.form}
        </Note>
      )}
      {rows.length === 0 ? (
        <Panel title={review.title}>
          <Empty title={review.done}>{review.doneText}</Empty>
        </Panel>
      ) : (
        <p>{review.intro}</p>
      )}
      {like.length > 0 && <LikeKnown rows={like} mayMerge={mayMerge} mayConfirm={mayConfirm} />}
      {unlike.length > 0 && <LikeNone rows={unlike} mayMerge={mayMerge} mayConfirm={mayConfirm} />}
      {total > rows.length && <p>{review.more(total - rows.length)}</p>}
    </>
  );
}
