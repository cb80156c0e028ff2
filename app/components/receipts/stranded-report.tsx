import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import type { StrandedLine, StrandedRow } from "#app/domain/receipts/list-stranded.server.ts";
import { SettleReport } from "#app/domain/receipts/schema.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** One report that was left in a phone: whose, what it says, why it was not taken, and how it came out. */
export function StrandedReport(props: {
  report: StrandedRow;
  maySettle: boolean;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { report, maySettle, errors, requestId } = props;
  const { stranded: words } = useMessages().receipts;
  const locale = useLocale();
  const since = report.keptSince && words.keptSince(formatDateTime(report.keptSince, locale));
  return (
    <article className="grid gap-3 border-b border-line py-4" aria-labelledby={`report-${report.id}`}>
      <header>
        <h3 id={`report-${report.id}`}>
          {report.site} ·{" "}
          <Link to={`/desk/deliveries/${report.deliveryId}`}>
            <Code>{report.delivery}</Code>
          </Link>
        </h3>
        <p className="text-small text-ink-2">
          {[report.township, since, words.cameIn(formatDateTime(report.createdAt, locale))]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </header>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 text-desk">
        <dt className="text-ink-2">{words.why}</dt>
        <dd>
          <Tag tone="bad">{words.refusals[report.refusal] ?? words.otherRefusal}</Tag>
        </dd>
        <dt className="text-ink-2">{words.said}</dt>
        <dd>
          <Said report={report} />
        </dd>
      </dl>
      {report.settledAt !== null && (
        <p>
          <b>{report.settledNote}</b>
          <br />
          {words.settledBy(report.settledBy ?? "", formatDateTime(report.settledAt, locale))}
        </p>
      )}
      {report.settledAt === null && maySettle && (
        <SettleForm reportId={report.id} errors={errors} requestId={requestId} />
      )}
    </article>
  );
}

function Said({ report }: { report: StrandedRow }) {
  const { stranded: words } = useMessages().receipts;
  return (
    <>
      {[report.post, report.name ?? words.noName].filter(Boolean).join(" ")}
      {report.part && ` · ${words.part}`}
      {report.lines.length === 0 && !report.part && ` · ${words.allHere}`}
      <ul>
        {report.lines.map((line, i) => (
          <li key={i}>
            <Counted line={line} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Counted({ line }: { line: StrandedLine }) {
  const { stranded: words } = useMessages().receipts;
  const { n, item, unit, good, damaged, remark } = line;
  const amount = (text: string | null) => (text === null || text === "0" ? "" : `${text} ${unit}`);
  return (
    <>
      {words.line(item ?? words.otherLine(n), amount(good), amount(damaged))}
      {remark && `（${remark}）`}
    </>
  );
}

function SettleForm(props: { reportId: string; errors: FormErrors | undefined; requestId: string }) {
  const { stranded: words } = useMessages().receipts;
  const form = useVerbForm({
    schema: SettleReport,
    errors: props.errors,
    labels: { note: words.how },
    requestId: props.requestId,
  });
  return (
    <VerbForm form={form} id={`settle-${props.reportId}`} className="grid max-w-xl gap-3">
      <input type="hidden" name="reportId" value={props.reportId} />
      <TextArea name="note" rows={2} hint={words.noteHint} />
      <div>
        <SubmitButton>{words.settle}</SubmitButton>
      </div>
    </VerbForm>
  );
}
