import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { FillInForm } from "#app/components/consignments/fill-in-form.tsx";
import { SharedLines } from "#app/components/consignments/shared-lines.tsx";
import { LanguageSwitch } from "#app/components/layout/language-switch.tsx";
import { PhoneLayout } from "#app/components/layout/phone-layout.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { fillInConsignment } from "#app/domain/consignments/fill-in.server.ts";
import { getByLink } from "#app/domain/consignments/get-by-link.server.ts";
import { FillInConsignment } from "#app/domain/consignments/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return {
    consignment: await found(request, getByLink(params.token ?? "")),
    largeText: wantsLargeText(request),
    requestId: uuidv7(),
    title: pageTitle(request, ({ consignments }) => consignments.link.title),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  form.set("token", params.token ?? "");
  const receiver = { kind: "receiver", address: context.clientAddress } as const;
  const fillIn = (id: string, input: FillInConsignment) => fillInConsignment(receiver, id, input);
  const submitted = await submit(request, FillInConsignment, fillIn, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/consignments/${params.token}?sent`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export default function DonorPage() {
  const { consignment, largeText } = useLoaderData<typeof loader>();
  const { link: words } = useMessages().consignments;
  const { status, hotline } = consignment;
  const heading = {
    expected: words.title,
    counting: words.countingTitle,
    received: words.receivedTitle,
  }[status];
  return (
    <PhoneLayout largeText={largeText} overline={words.overline} head={<h1>{heading}</h1>}>
      <div className="pad grid gap-4">
        {status === "expected" ? (
          <Filling />
        ) : (
          <>
            <p>{status === "counting" ? words.countingText : words.receivedText}</p>
            <SharedLines lines={consignment.lines} />
          </>
        )}
        {hotline && (
          <p>
            <a href={`tel:${hotline}`}>{words.call(hotline)}</a>
          </p>
        )}
        <LanguageSwitch />
      </div>
    </PhoneLayout>
  );
}

function Filling() {
  const { consignment, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { token = "" } = useParams();
  const { link: words } = useMessages().consignments;
  const sent = useSearchParams()[0].has("sent");
  return (
    <>
      {sent && errors === undefined ? (
        <Note tone="ok" live>
          <b>{words.thanksTitle}</b>
          <br />
          {words.thanks(consignment.number)}
        </Note>
      ) : (
        consignment.filledIn && <p>{words.filledBefore}</p>
      )}
      <p>{words.lead(consignment.organization, placeOf(consignment))}</p>
      <FillInForm token={token} consignment={consignment} errors={errors} requestId={requestId} />
      <p className="text-small text-ink-2">
        {words.until} <DateTime at={consignment.linkExpiresAt} />
      </p>
    </>
  );
}

const placeOf = ({ warehouse, address }: { warehouse: string; address: string | null }): string =>
  [warehouse, address].filter(Boolean).join(" ");
