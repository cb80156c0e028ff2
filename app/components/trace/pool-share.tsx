import { Link } from "#app/components/layout/router.ts";
import { Bar } from "#app/components/ui/bar.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Sum } from "#app/components/ui/sum.tsx";
import { formatDate } from "#app/domain/dates.ts";
import { formatYuan } from "#app/domain/money.ts";
import { basisPoints, formatShare } from "#app/domain/trace/share-of-pool.ts";
import type { Pool } from "#app/domain/trace/trace.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** Money that went into a pool: the pool as a sum, the gift's share as another, and what the pool bought. */
export function PoolShare({ pool, asOf }: { pool: Pool; asOf: string }) {
  const { pool: words, asOf: until } = useMessages().trace;
  const { amountFen, receivedFen, spentFen, usedFen, leftFen } = pool;
  return (
    <>
      <section className="pad">
        <p>{words.lede}</p>
        <h2>
          {words.title} <small className="text-ink-2">{until(asOf)}</small>
        </h2>
        <Sum
          label={words.title}
          measure={{ kind: "money", in: "yuan" }}
          rows={[
            {
              label: words.received,
              note: words.receivedNote(pool.gifts, formatShare(amountFen, receivedFen)),
              value: receivedFen,
              tone: "in",
            },
            { op: "−", label: words.spent, value: spentFen, tone: "out" },
          ]}
          total={{ label: words.left, value: receivedFen - spentFen }}
        />
        <Bar share={Number(basisPoints(spentFen, receivedFen)) / 10_000} tone="out" />
        <p>{words.used(formatShare(spentFen, receivedFen))}</p>
        <Sum
          label={words.yours}
          measure={{ kind: "money", in: "yuan" }}
          rows={[
            { label: words.usedPart, value: usedFen, tone: "out" },
            { op: "+", label: words.leftPart, value: leftFen },
          ]}
          total={{ label: words.total, value: amountFen }}
        />
      </section>
      <hr className="rule" />
      <Bought pool={pool} />
    </>
  );
}

function Bought({ pool }: { pool: Pool }) {
  const { pool: words } = useMessages().trace;
  const locale = useLocale();
  return (
    <section className="pad">
      <h2>{words.bought}</h2>
      {pool.payments.length === 0 && <p>{words.nothing}</p>}
      {pool.payments.map((payment) => (
        <div className="line" key={payment.number}>
          <h3 lang="zh-CN">{payment.purpose}</h3>
          <p className="q">
            <span className="text-ink-2">
              {formatDate(payment.paidOn, locale)}
              {payment.payee && <span lang="zh-CN"> · {payment.payee}</span>}
            </span>
            <b>
              <Money fen={payment.amountFen} />
            </b>
          </p>
          <p className="text-ink-2">{words.share(formatYuan(payment.shareFen))}</p>
        </div>
      ))}
      {pool.paymentsTotal > pool.payments.length && (
        <p>
          {words.more(pool.paymentsTotal - pool.payments.length)}{" "}
          <Link to="/reports/distributions">{words.tables}</Link>
        </p>
      )}
      <Note>{words.honest}</Note>
    </section>
  );
}
