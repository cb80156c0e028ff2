import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { StrandedReport } from "#app/components/receipts/stranded-report.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { countStranded, listStranded } from "#app/domain/receipts/list-stranded.server.ts";
import { SettleReport } from "#app/domain/receipts/schema.ts";
import { settleReport } from "#app/domain/receipts/settle-report.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const settled = searchParams.get("view") === "settled";
  const [reports, open] = await Promise.all([
    listStranded(actor, { settled, page: pageIn(searchParams) }),
    countStranded(actor),
  ]);
  return {
    reports,
    open,
    settled,
    maySettle: may(actor, "report.settle"),
    requestIds: reports.rows.map(() => uuidv7()),
    title: pageTitle(request, ({ receipts }) => receipts.stranded.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "report.settle");
  const form = await request.formData();
  const settle = (id: string, input: SettleReport) => settleReport(actor, id, input);
  const submitted = await submit(request, SettleReport, settle, form);
  if (submitted.ok) throw redirect("/desk/stranded?done=settled");
  const { data: errors, init } = submitted.answer;
  return data({ reportId: String(form.get("reportId") ?? ""), errors }, init ?? undefined);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function StrandedPage() {
  const { reports, open, settled, maySettle, requestIds } = useLoaderData<typeof loader>();
  const { stranded: words } = useMessages().receipts;
  const answer = useActionData<typeof action>();
  const pages = pagesOf(reports);
  const known = reports.rows.some(({ id }) => id === answer?.reportId);
  return (
    <>
      <PageHead title={words.title} note={words.note(open)} />
      <Outcome lost={known ? undefined : answer?.errors.form} />
      <Tabs
        label={words.title}
        tabs={[
          { href: "/desk/stranded", label: words.open },
          { href: "/desk/stranded?view=settled", label: words.settled },
        ]}
        current={settled ? "/desk/stranded?view=settled" : "/desk/stranded"}
      />
      <Panel title={settled ? words.settled : words.open} note={settled ? undefined : words.hint} padded>
        {reports.rows.length === 0 &&
          (settled ? (
            <Empty title={words.nothingSettled} />
          ) : (
            <Empty title={words.none}>{words.noneHow}</Empty>
          ))}
        {reports.rows.map((report, i) => (
          <StrandedReport
            key={report.id}
            report={report}
            maySettle={maySettle}
            errors={answer?.reportId === report.id ? answer.errors : undefined}
            requestId={requestIds[i]!}
          />
        ))}
        {pages > 1 && <Pager page={reports.page} pages={pages} rows={reports.total} />}
      </Panel>
    </>
  );
}

/** `lost`: why a report could not be settled that is on this page no more. */
function Outcome({ lost }: { lost: string | undefined }) {
  const { stranded: words } = useMessages().receipts;
  const isDone = useSearchParams()[0].get("done") === "settled";
  if (lost) {
    return (
      <Note tone="bad" live>
        {lost}
      </Note>
    );
  }
  if (!isDone) return null;
  return (
    <Note tone="ok" live>
      {words.done}
    </Note>
  );
}
