import { FileDown, Rss } from "lucide-react";
import { LanguageSwitch } from "#app/components/layout/language-switch.tsx";
import { PhoneLayout } from "#app/components/layout/phone-layout.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { CallSender } from "#app/components/receipt/call-sender.tsx";
import type { Trace } from "#app/domain/trace/trace.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { PromisePanel, PromisePath } from "./promise-panel.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import { traceHeading, traceNumber } from "./trace-heading.ts";
import { TracedGift } from "./traced-gift.tsx";
import "./trace.css";

/** A donor's page: from the promise to the door, without an account and without script. */
export function TracePage(props: {
  trace: Trace;
  largeText: boolean;
  asked: string | null;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { trace } = props;
  const { gifts, promise } = trace;
  const messages = useMessages();
  const { trace: words } = messages;
  const inForce = gifts.filter(({ takenBack }) => !takenBack);
  const restriction = gifts[0]?.restriction ?? promise?.restriction ?? null;
  const head = (
    <>
      <h1>{traceHeading(trace, messages)}</h1>
      <p lang="zh-CN">
        {trace.organization} · {restriction === null ? words.unrestricted : words.restricted(restriction)}
      </p>
    </>
  );
  return (
    <PhoneLayout largeText={props.largeText} overline={words.overline(traceNumber(trace))} head={head}>
      {promise && (promise.state !== "arrived" || gifts.length !== 1) && (
        <>
          <PromisePanel promise={promise} />
          <hr className="rule" />
        </>
      )}
      {promise && gifts.length === 0 && promise.state !== "withdrawn" && <PromisePath promise={promise} />}
      {gifts.map((gift) => (
        <TracedGift key={gift.id} gift={gift} promise={promise} named={gifts.length > 1} asOf={trace.asOf} />
      ))}
      <hr className="rule" />
      <QuestionPanel {...props} code={trace.code} questions={trace.questions} mayAsk={gifts.length > 0} />
      <hr className="rule" />
      <section className="pad">
        <p lang="zh-CN">{trace.organization}</p>
        <CallSender hotline={trace.hotline} />
        <p>
          <a className="btn" href={`/t/${trace.code}/feed.xml`} type="application/atom+xml">
            <Rss aria-hidden />
            {words.feed}
          </a>
        </p>
        <p className="hint">{words.feedHint}</p>
        <LanguageSwitch />
      </section>
      {inForce.length > 0 && (
        <div className="dock">
          <a className="btn btn-primary btn-mid" href={`/t/${trace.code}/certificate.pdf`}>
            <FileDown aria-hidden />
            {words.certificate}
          </a>
        </div>
      )}
    </PhoneLayout>
  );
}
