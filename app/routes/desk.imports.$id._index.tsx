import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ColumnMapForm } from "#app/components/imports/column-map-form.tsx";
import { CommitForm } from "#app/components/imports/commit-form.tsx";
import { ImportResult } from "#app/components/imports/import-result.tsx";
import { SheetPanel } from "#app/components/imports/sheet-panel.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Steps } from "#app/components/ui/steps.tsx";
import { getImport } from "#app/domain/imports/get.server.ts";
import { sheetInWords, sheetKindChoices } from "#app/domain/imports/in-words.ts";
import { readable } from "#app/domain/imports/refusal-text.ts";
import { remapImport } from "#app/domain/imports/remap.server.ts";
import { runCommit } from "#app/domain/imports/run-commit.server.ts";
import { CommitImport } from "#app/domain/imports/schema.ts";
import { mappingOf, MappingForm } from "#app/domain/imports/upload-form.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "import.upload");
  const { summary, mapping: _mapping, ...imported } = await found(request, getImport(actor, params.id ?? ""));
  if (imported.status === "committing") throw redirect(`/desk/imports/${imported.id}/progress`);
  const locale = localeOf(request);
  return {
    title: pageTitle(request, () => imported.fileName),
    requestId: uuidv7(),
    kinds: sheetKindChoices(locale),
    sheets: summary.sheets.map((sheet) => sheetInWords(sheet, locale)),
    accepted: summary.accepted,
    problems: summary.problems,
    imported,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "import.commit");
  const { id, summary, mapping } = await found(request, getImport(actor, params.id ?? ""));
  const form = await request.formData();
  if (form.get("intent") === "remap") {
    const remapped = await submit(
      request,
      MappingForm,
      (requestId, said) =>
        remapImport(actor, requestId, { importId: id, mapping: mappingOf(said, summary.sheets, mapping) }),
      form,
    );
    return remapped.ok ? redirect(`/desk/imports/${id}`) : remapped.answer;
  }
  const committed = await submit(
    request,
    CommitImport,
    (requestId, { publishDonorNames }) =>
      runCommit(actor, requestId, { importId: id, publishDonorNames }).catch((error: unknown) => {
        throw readable(error, localeOf(request));
      }),
    form,
  );
  if (!committed.ok) return committed.answer;
  return redirect(`/desk/imports/${id}${committed.result === "running" ? "/progress" : ""}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Import() {
  const { imported, sheets, ...page } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { imports } = useMessages();
  const written = imported.status === "committed";
  const ofColumns = errors !== undefined && "sheets" in errors.values;
  return (
    <>
      <PageHead
        title={imported.fileName}
        note={imports.statuses[imported.status]}
        actions={<LinkButton href="/desk/imports">{imports.otherFile}</LinkButton>}
      />
      <Steps steps={imports.steps} current={written ? imports.steps.length : 2} />
      {written && (
        <ImportResult
          importId={imported.id}
          rows={imported.done}
          kinds={sheets.filter(({ accepted }) => accepted > 0).map(({ kind }) => kind)}
        />
      )}
      {sheets.map((sheet) => (
        <SheetPanel key={sheet.name} sheet={sheet} remarks={!written} />
      ))}
      {!written && (
        <>
          <Panel title={imports.sheet.columns} note={imports.sheet.columnsHint} padded>
            <ColumnMapForm
              key={JSON.stringify(sheets.map(({ columns, kind }) => [kind, columns]))}
              importId={imported.id}
              sheets={sheets}
              kinds={page.kinds}
              errors={ofColumns ? errors : undefined}
              requestId={page.requestId}
            />
          </Panel>
          <Panel title={imports.commit.title} padded>
            <CommitForm
              importId={imported.id}
              accepted={page.accepted}
              problems={page.problems}
              errors={ofColumns ? undefined : errors}
              requestId={page.requestId}
            />
          </Panel>
        </>
      )}
    </>
  );
}
