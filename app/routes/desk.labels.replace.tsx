import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ReplaceForm } from "#app/components/labels/replace-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { ReplaceLabel } from "#app/domain/boxes/schema.ts";
import { replaceLabel } from "#app/domain/labels/replace.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAction(request, "label.print");
  return {
    code: new URL(request.url).searchParams.get("code") ?? "",
    requestId: uuidv7(),
    title: pageTitle(request, ({ labels }) => labels.replace.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "label.print");
  const replace = async (id: string, input: ReplaceLabel) => {
    const { code } = await replaceLabel(actor, id, input);
    return { old: input.code, code };
  };
  const submitted = await submit(request, ReplaceLabel, replace);
  if (!submitted.ok) return submitted.answer;
  const { old, code } = submitted.result;
  throw redirect(`/desk/labels/print?codes=${code}&replaced=${old}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReplaceLabelPage() {
  const { code, requestId } = useLoaderData<typeof loader>();
  const { replace: words } = useMessages().labels;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead title={words.title} note={words.note} />
      <Panel title={words.old} padded>
        <ReplaceForm code={code} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
