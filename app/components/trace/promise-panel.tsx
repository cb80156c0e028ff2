import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { type Measure, Sum } from "#app/components/ui/sum.tsx";
import { formatDate } from "#app/domain/dates.ts";
import { formatYuan } from "#app/domain/money.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { TracedPromise } from "#app/domain/trace/trace.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { Step } from "./gift-path.tsx";

/** What was promised: of each thing how much is here and how much is still to come. Never added to what was received. */
export function PromisePanel({ promise }: { promise: TracedPromise }) {
  const { promise: words } = useMessages().trace;
  const locale = useLocale();
  const { kind, state, amountFen, receivedFen, lines } = promise;
  if (state === "withdrawn") {
    return (
      <section className="pad">
        <Note tone="warn">{words.withdrawn}</Note>
      </section>
    );
  }
  return (
    <section className="pad">
      <h2>{words.title}</h2>
      {state !== "arrived" && <Note>{words[kind](formatDate(promise.pledgedOn, locale))}</Note>}
      {state === "overdue" && <Note tone="warn">{words.overdue}</Note>}
      {amountFen !== null && (
        <PromiseSum
          label={words.title}
          promised={amountFen}
          received={receivedFen}
          measure={{ kind: "money", in: "yuan" }}
        />
      )}
      {lines.map((line) => (
        <div key={line.item}>
          <h3 lang="zh-CN">{line.item}</h3>
          <PromiseSum
            label={line.item}
            promised={line.promised}
            received={line.received}
            measure={{ kind: "quantity", unit: line.unit }}
          />
        </div>
      ))}
    </section>
  );
}

function PromiseSum(props: { label: string; promised: bigint; received: bigint; measure: Measure }) {
  const { promise: words } = useMessages().trace;
  const { units } = useMessages().common;
  const { label, promised, received, measure } = props;
  const counted = received < promised ? received : promised;
  const more = received - counted;
  return (
    <>
      <Sum
        label={label}
        measure={measure}
        rows={[
          { label: words.received, value: counted, tone: "ok" },
          { op: "+", label: words.toCome, value: promised - counted },
        ]}
        total={{ label: words.total, value: promised }}
      />
      {more > 0n && (
        <p>
          {words.more(
            measure.kind === "money"
              ? `${formatYuan(more)} ${units.yuan}`
              : formatQuantity(more, measure.unit),
          )}
        </p>
      )}
    </>
  );
}

/** The steps of a promise of which nothing has come yet. */
export function PromisePath({ promise }: { promise: TracedPromise }) {
  const { promise: words, path } = useMessages().trace;
  const locale = useLocale();
  return (
    <section className="pad">
      <h2>{path.title}</h2>
      <ol className="path">
        <Step reached="done" title={path.promised}>
          <CivilDate on={promise.pledgedOn} />
        </Step>
        <Step reached="next" title={words.arrive[promise.kind]}>
          <span className="sub">
            {promise.dueOn === null ? words.noDay : words.arrivesBy(formatDate(promise.dueOn, locale))}
          </span>
        </Step>
        <Step reached="next" title={words.use} />
      </ol>
    </section>
  );
}
