import { Money } from "#app/components/ui/money.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** What the whole table comes to, above it: its own last rows are far down and far right. */
export function TotalsLine(props: { moneyFen: bigint; goodsFen: bigint; unvaluedRows?: number }) {
  const { cells, totals } = useMessages().reports;
  return (
    <p className="flex flex-wrap gap-x-8 gap-y-1">
      <span>
        {cells.moneyTotal}{" "}
        <b>
          <Money fen={props.moneyFen} />
        </b>
      </span>
      <span>
        {cells.goodsTotal}{" "}
        <b>
          <Money fen={props.goodsFen} />
        </b>
      </span>
      {props.unvaluedRows !== undefined && props.unvaluedRows > 0 && (
        <span className="text-ink-2">{totals.unvalued(props.unvaluedRows)}</span>
      )}
    </p>
  );
}
