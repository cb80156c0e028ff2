import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { Steps } from "#app/components/ui/steps.tsx";
import { importProgress } from "#app/domain/imports/get.server.ts";
import { readable } from "#app/domain/imports/refusal-text.ts";
import { takeRefusal } from "#app/domain/imports/run-commit.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

const POLL_MS = 1_000;

/** How far a commit has come: leads on when it is done, and says why when it was refused. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "import.commit");
  const imported = await found(request, importProgress(actor, params.id ?? ""));
  if (imported.status === "committed") throw redirect(`/desk/imports/${imported.id}`);
  const locale = localeOf(request);
  const messages = messagesFor(locale);
  const refusal = imported.status === "committing" ? undefined : readable(takeRefusal(imported.id), locale);
  return {
    title: pageTitle(request, () => messages.imports.progress.title),
    running: imported.status === "committing",
    failure:
      refusal instanceof DomainError ? errorSentence(messages, refusal) : messages.imports.progress.failed,
    imported,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportProgress() {
  const { imported, running, failure } = useLoaderData<typeof loader>();
  const { imports } = useMessages();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!running || state !== "idle") return;
    const timer = setTimeout(revalidate, POLL_MS);
    return () => clearTimeout(timer);
  }, [running, state, revalidate, imported.done]);
  return (
    <>
      <PageHead title={imported.fileName} note={running ? imports.progress.title : undefined} />
      <Steps steps={imports.steps} current={3} />
      {running ? (
        <Panel title={imports.progress.title} padded>
          <noscript>
            <meta httpEquiv="refresh" content="2" />
          </noscript>
          <Progress label={imports.progress.label} done={imported.done} all={imported.total}>
            {imports.progress.text}
          </Progress>
        </Panel>
      ) : (
        <Note tone="bad" live>
          {failure} <LinkButton href={`/desk/imports/${imported.id}`}>{imports.commit.again}</LinkButton>
        </Note>
      )}
    </>
  );
}
