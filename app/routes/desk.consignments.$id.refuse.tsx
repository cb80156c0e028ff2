import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { RefuseForm } from "#app/components/consignments/refuse-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getConsignment } from "#app/domain/consignments/get.server.ts";
import { refuseGoods } from "#app/domain/consignments/refuse.server.ts";
import { RefuseGoods } from "#app/domain/consignments/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

/** `?line=` is the one to begin with; without it the first whose life is too short. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "consignment.count");
  const consignment = await found(request, getConsignment(actor, params.id ?? ""));
  const wanted = new URL(request.url).searchParams.get("line");
  const { lines } = consignment;
  const shortLived = lines.find(({ life, accepted }) => life.verdict !== "fine" && accepted > 0n);
  return {
    consignment,
    line: lines.find(({ n }) => `${n}` === wanted) ?? shortLived,
    requestId: uuidv7(),
    title: pageTitle(request, ({ consignments }) => consignments.refuse.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "consignment.count");
  const form = await request.formData();
  form.set("consignmentId", params.id ?? "");
  const refuse = (id: string, input: RefuseGoods) => refuseGoods(actor, id, input);
  const submitted = await submit(request, RefuseGoods, refuse, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/consignments/${params.id}?done=refused`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RefusePage() {
  const { consignment, line, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { refuse: words } = useMessages().consignments;
  return (
    <>
      <PageHead title={words.title} note={consignment.number} />
      <Panel title={words.title} note={words.note} padded>
        <RefuseForm consignment={consignment} line={line} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
