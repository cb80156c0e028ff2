import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { cancelTransfer } from "#app/domain/transfers/cancel.server.ts";
import { getTransfer } from "#app/domain/transfers/get.server.ts";
import { CancelTransfer } from "#app/domain/transfers/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "transfer.send");
  const { id, number, from, to, status } = await found(request, getTransfer(actor, params.id ?? ""));
  if (status !== "sent") throw redirect(`/desk/transfers/${id}`);
  return {
    id,
    number,
    from,
    to,
    requestId: uuidv7(),
    title: pageTitle(request, ({ transfers }) => transfers.cancel.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "transfer.send");
  const form = await request.formData();
  form.set("transferId", params.id ?? "");
  const cancel = (id: string, input: CancelTransfer) => cancelTransfer(actor, id, input);
  const submitted = await submit(request, CancelTransfer, cancel, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/transfers/${params.id}?done=cancelled`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CancelTransferPage() {
  const { id, number, from, to, requestId } = useLoaderData<typeof loader>();
  const { cancel: words, route } = useMessages().transfers;
  const errors = useActionData<typeof action>();
  const labels = { reason: words.reason };
  const form = useVerbForm({ schema: CancelTransfer, errors, labels, requestId });
  return (
    <>
      <PageHead title={words.title} note={`${number} · ${route(from, to)}`} />
      <Note tone="warn">{words.note}</Note>
      <Panel title={words.reason} padded>
        <VerbForm form={form} className="grid max-w-xl gap-4">
          <input type="hidden" name="transferId" value={id} />
          <TextArea name="reason" />
          <div className="flex flex-wrap gap-2">
            <SubmitButton tone="danger">{words.submit}</SubmitButton>
            <LinkButton href={`/desk/transfers/${id}`}>{words.keep}</LinkButton>
          </div>
        </VerbForm>
      </Panel>
    </>
  );
}
