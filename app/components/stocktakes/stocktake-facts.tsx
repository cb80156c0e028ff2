import type { ReactNode } from "react";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { StocktakeProgress } from "#app/domain/stocktakes/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Who opened and approved it, how it was counted, and what must be said about it. */
export function StocktakeFacts({ stocktake }: { stocktake: StocktakeProgress }) {
  const { columns, kinds, detail: words } = useMessages().stocktakes;
  return (
    <Panel title={words.facts} padded>
      <dl className="grid gap-2">
        <Fact label={columns.warehouse}>{stocktake.warehouse}</Fact>
        <Fact label={words.how}>
          {kinds[stocktake.kind]} · {stocktake.blind ? words.blind : words.seen}
        </Fact>
        <Fact label={words.openedBy}>
          {stocktake.createdBy} <DateTime at={stocktake.createdAt} />
        </Fact>
        {stocktake.approvedAt && (
          <Fact label={words.approvedBy}>
            {stocktake.approvedBy} <DateTime at={stocktake.approvedAt} />
          </Fact>
        )}
        {stocktake.note && <Fact label={words.noteLabel}>{stocktake.note}</Fact>}
        {stocktake.overrideReason && <Fact label={words.override}>{stocktake.overrideReason}</Fact>}
        {stocktake.cancelledReason && <Fact label={words.cancelledReason}>{stocktake.cancelledReason}</Fact>}
      </dl>
    </Panel>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-ink-2">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
