import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { ImportTable } from "#app/components/imports/import-table.tsx";
import { UploadForm } from "#app/components/imports/upload-form.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Steps } from "#app/components/ui/steps.tsx";
import { listImports } from "#app/domain/imports/get.server.ts";
import { LIMITS } from "#app/domain/imports/read/refusal.ts";
import { readable } from "#app/domain/imports/refusal-text.ts";
import { WorkbookForm } from "#app/domain/imports/upload-form.ts";
import { uploadWorkbook } from "#app/domain/imports/upload.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "import.upload");
  return {
    title: pageTitle(request, (messages) => messages.imports.title),
    requestId: uuidv7(),
    imports: await listImports(actor),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "import.upload");
  if (isTooLarge(request)) {
    const errors: FormErrors = { fields: { file: "file_too_large" }, values: {} };
    return data(errors, { status: 413 });
  }
  const submitted = await submit(request, WorkbookForm, async (requestId, { file }) => {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return await uploadWorkbook(actor, requestId, { fileName: file.name.slice(-200), bytes, mapping: {} });
    } catch (error) {
      throw readable(error, localeOf(request));
    }
  });
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/imports/${submitted.result.id}`);
}

/** Room for the form around the file. What does not say its length is not read. */
const isTooLarge = (request: Request): boolean =>
  !(Number(request.headers.get("Content-Length") ?? Infinity) <= LIMITS.fileBytes + 100_000);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Imports() {
  const { imports, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { imports: words } = useMessages();
  return (
    <>
      <PageHead title={words.title} note={words.note} />
      <Steps steps={words.steps} current={0} />
      <Panel title={words.upload.title} padded>
        <UploadForm errors={errors} requestId={requestId} />
      </Panel>
      <Panel title={words.list.title}>
        <ImportTable rows={imports} />
      </Panel>
    </>
  );
}
