import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { LineTable } from "#app/components/consignments/line-table.tsx";
import { ReceiveForm } from "#app/components/consignments/receive-form.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getConsignment } from "#app/domain/consignments/get.server.ts";
import { hasCounted } from "#app/domain/consignments/has-counted.server.ts";
import { receiveConsignment } from "#app/domain/consignments/receive.server.ts";
import { ReceiveConsignment } from "#app/domain/consignments/schema.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { donorSuggestions } from "#app/domain/gifts/form-choices.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "consignment.check");
  const consignment = await found(request, getConsignment(actor, params.id ?? ""));
  const [counted, donors] = await Promise.all([hasCounted(actor, consignment.id), donorSuggestions(actor)]);
  return {
    consignment,
    counted,
    donors,
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ consignments }) => consignments.receive.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "consignment.check");
  const form = await request.formData();
  form.set("consignmentId", params.id ?? "");
  const receive = (id: string, input: ReceiveConsignment) => receiveConsignment(actor, id, input);
  const submitted = await submit(request, ReceiveConsignment, receive, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/consignments/${params.id}?done=received`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReceivePage() {
  const { consignment, counted, donors, today, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { receive: words } = useMessages().consignments;
  const unknown = consignment.boxes.filter((box) => box.unknown).length;
  const isOpen = consignment.status === "expected" || consignment.status === "counting";
  return (
    <>
      <PageHead
        title={words.title}
        note={[consignment.number, consignment.donor].filter(Boolean).join(" · ")}
      />
      {unknown > 0 && <Note>{words.unknown(unknown)}</Note>}
      <Panel title={words.sum}>
        <LineTable lines={consignment.lines} begun={consignment.arrivedAt !== null} today={today} />
      </Panel>
      <Panel title={words.title} note={words.note} padded>
        {isOpen ? (
          <ReceiveForm
            consignment={consignment}
            donors={donors}
            counted={counted}
            today={today}
            errors={errors}
            requestId={requestId}
          />
        ) : (
          <Empty title={words.closed} />
        )}
      </Panel>
    </>
  );
}
