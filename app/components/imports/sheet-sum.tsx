import { Note } from "#app/components/ui/note.tsx";
import { Sum } from "#app/components/ui/sum.tsx";
import { formatYuan } from "#app/domain/money.ts";
import type { SheetInWords } from "#app/domain/imports/in-words.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const measure = { kind: "money", in: "yuan", bare: true } as const;

/** What a sheet's rows add up to, beside the total that the sheet itself states. */
export function SheetSum({ sheet }: { sheet: SheetInWords }) {
  const { sum } = useMessages().imports;
  return (
    <div className="grid gap-2">
      <h3>{sum.title}</h3>
      <Computed totals={sheet.totals} />
      <Stated total={sheet.total} mended={sheet.problems.length === 0} />
    </div>
  );
}

function Computed({ totals }: { totals: SheetInWords["totals"] }) {
  const { sum } = useMessages().imports;
  switch (totals.kind) {
    case "money_gifts": {
      const { received, pledged } = totals;
      return (
        <Sum
          label={sum.title}
          measure={measure}
          rows={[
            { label: sum.received(received.rows), value: BigInt(received.fen), tone: "in" },
            { op: "+", label: sum.pledged(pledged.rows), value: BigInt(pledged.fen) },
          ]}
          total={{ label: sum.total, value: BigInt(received.fen) + BigInt(pledged.fen) }}
        />
      );
    }
    case "goods_gifts":
      return (
        <>
          <OneLine label={sum.valued(totals.valuedRows)} fen={totals.valueFen} />
          {totals.unvaluedRows > 0 && (
            <p className="text-small text-ink-2">{sum.unvalued(totals.unvaluedRows)}</p>
          )}
        </>
      );
    case "payments":
      return <OneLine label={sum.payments(totals.rows)} fen={totals.fen} />;
    case "handouts":
      return <OneLine label={sum.handouts(totals.rows)} fen={totals.valueFen} />;
    case "needs":
    case "unknown":
      return null;
  }
}

function OneLine({ label, fen }: { label: string; fen: string }) {
  const { sum } = useMessages().imports;
  return (
    <Sum
      label={sum.title}
      measure={measure}
      rows={[{ label, value: BigInt(fen) }]}
      total={{ label: sum.total, value: BigInt(fen) }}
    />
  );
}

function Stated({ total, mended }: { total: SheetInWords["total"]; mended: boolean }) {
  const { sum } = useMessages().imports;
  if (total === undefined) return <p className="text-small text-ink-2">{sum.noTotal}</p>;
  const stated = formatYuan(BigInt(total.stated));
  return (
    <>
      {total.agrees ? (
        <Note tone="ok">{mended ? sum.agrees(stated) : sum.agreesOnceMended(stated)}</Note>
      ) : (
        <Note tone="bad">{sum.differs(stated, formatYuan(BigInt(total.computed)))}</Note>
      )}
    </>
  );
}
