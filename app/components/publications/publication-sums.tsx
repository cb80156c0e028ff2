import { Sum, type SumRow } from "#app/components/ui/sum.tsx";
import type { Figures } from "#app/domain/publications/figures.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** 竖式 of the money and of the goods: opening + received − out − lost = closing, to the fen. */
export function PublicationSums({ figures }: { figures: Pick<Figures, "balance" | "receipts"> }) {
  const { publications: words, common } = useMessages();
  const { moneyTotal, goodsTotal } = figures.balance;
  const { unvaluedRows } = figures.receipts;
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-7 desk:grid-cols-2">
      {(
        [
          [words.moneySum, moneyTotal],
          [words.goodsSum, goodsTotal],
        ] as const
      ).map(([title, flow]) => (
        <section key={title} className="acct">
          <h2>
            {title} <span>{common.units.yuan}</span>
          </h2>
          <Sum
            label={title}
            measure={{ kind: "money", in: "yuan", bare: true }}
            rows={rowsOf(flow, words)}
            total={{ label: words.closing, value: flow.closing }}
          />
        </section>
      ))}
      {unvaluedRows > 0 && <p className="text-desk text-ink-2">{words.unvalued(unvaluedRows)}</p>}
    </div>
  );
}

type Flow = Figures["balance"]["moneyTotal"];
type Words = ReturnType<typeof useMessages>["publications"];

/** What did not happen has no line, except where it came from and where it went. */
function rowsOf(flow: Flow, words: Words): SumRow[] {
  const rows: SumRow[] = [
    { label: words.opening, value: flow.opening },
    { op: "+", label: words.received, value: flow.received, tone: "in" },
    { op: "+", label: words.converted, value: flow.converted },
    { op: "−", label: words.out, value: flow.out, tone: "out" },
    { op: "−", label: words.lost, value: flow.lost, tone: "bad" },
  ];
  return rows.filter(
    ({ label, value }) => value !== 0n || (label !== words.converted && label !== words.lost),
  );
}
