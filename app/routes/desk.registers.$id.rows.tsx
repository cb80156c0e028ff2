import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ProblemTable } from "#app/components/registers/problem-table.tsx";
import { RowsForm } from "#app/components/registers/rows-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { RowsForm as Schema } from "#app/domain/registers/forms.ts";
import { getRegister } from "#app/domain/registers/get.server.ts";
import { enterRows } from "#app/domain/registers/enter-rows.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { isUploadTooLarge, tooLarge } from "#app/session/upload-size.server.ts";
import { submitTable } from "#app/session/submit-table.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "register.write-rows");
  const { id, number, site, lines, rows, handOver } = await found(
    request,
    getRegister(actor, params.id ?? ""),
  );
  if (handOver !== null) throw redirect(`/desk/registers/${id}`);
  return {
    register: { id, number, site, lines },
    replaces: rows.length > 0,
    counted: rows.some(({ shares }) => shares.some(({ given }) => given !== null)),
    requestId: uuidv7(),
    title: pageTitle(request, ({ registers }) => registers.rows.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "register.write-rows");
  const { id } = await found(request, getRegister(actor, params.id ?? ""));
  if (isUploadTooLarge(request)) return data(tooLarge("file"), { status: 413 });
  const answer = await submitTable(request, Schema, (requestId, form) =>
    enterRows(actor, requestId, id, form),
  );
  if (answer === undefined) throw redirect(`/desk/registers/${id}?done=written`);
  return answer;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RegisterRowsPage() {
  const { register, replaces, counted, requestId } = useLoaderData<typeof loader>();
  const { rows: words, detail } = useMessages().registers;
  const answer = useActionData<typeof action>();
  const made = useSearchParams()[0].get("done") === "made" && answer === undefined;
  return (
    <>
      <PageHead
        title={words.title}
        note={`${register.number} · ${register.site}`}
        actions={<LinkButton href={`/desk/registers/${register.id}`}>{words.back}</LinkButton>}
      />
      {made && (
        <Note tone="ok" live>
          {detail.made}
        </Note>
      )}
      {answer && answer.problems.length > 0 && <ProblemTable problems={answer.problems} />}
      {counted ? (
        <Note tone="warn">{words.notHere}</Note>
      ) : (
        <Panel title={words.text} note={replaces && words.replaces} padded>
          <RowsForm lines={register.lines} errors={answer?.errors} requestId={requestId} />
        </Panel>
      )}
    </>
  );
}
