import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { CancelForm } from "#app/components/consignments/cancel-form.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { cancelConsignment } from "#app/domain/consignments/cancel.server.ts";
import { getConsignment } from "#app/domain/consignments/get.server.ts";
import { CancelConsignment } from "#app/domain/consignments/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "consignment.expect");
  const { id, number, donor } = await found(request, getConsignment(actor, params.id ?? ""));
  return {
    id,
    note: [number, donor].filter(Boolean).join(" · "),
    requestId: uuidv7(),
    title: pageTitle(request, ({ consignments }) => consignments.cancel.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "consignment.expect");
  const form = await request.formData();
  form.set("consignmentId", params.id ?? "");
  const cancel = (id: string, input: CancelConsignment) => cancelConsignment(actor, id, input);
  const submitted = await submit(request, CancelConsignment, cancel, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/consignments/${params.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CancelConsignmentPage() {
  const { id, note, requestId } = useLoaderData<typeof loader>();
  const { cancel: words } = useMessages().consignments;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.title} note={note} />
      <Note tone="warn">{words.note}</Note>
      <Panel title={words.reason} padded>
        <CancelForm consignmentId={id} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
