import { CaseAbout, CaseOwner, DueTag } from "#app/components/cases/case-words.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Expiry, LotNumber } from "#app/components/stock/lot-facts.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { Waiting } from "#app/domain/board/get.server.ts";
import type { CaseRow } from "#app/domain/cases/list.server.ts";
import type { StockLot } from "#app/domain/stock/standing.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What was missing, damaged or counted twice, and is not settled: by when, and by whom. */
export function CasesPanel(props: { cases: CaseRow[]; total: number; today: string }) {
  const { cases: words } = useMessages().board;
  return (
    <Panel
      title={words.title}
      note={words.note(props.total)}
      more={<Link to="/desk/cases?view=open">{words.more}</Link>}
    >
      {props.cases.length === 0 && <Empty title={words.none}>{words.noneHow}</Empty>}
      {props.cases.map((row) => (
        <div key={row.id} className="job">
          <div className="flex items-baseline justify-between gap-3">
            <Link to={`/desk/cases/${row.id}`}>
              <CaseAbout row={row} />
            </Link>
            <DueTag row={row} today={props.today} />
          </div>
          <small>
            {row.way} · <CaseOwner name={row.owner} />
          </small>
        </div>
      ))}
    </Panel>
  );
}

/** What is held back. */
export function QuarantinePanel({ lots, today }: { lots: StockLot[]; today: string }) {
  const { quarantine: words } = useMessages().board;
  return (
    <Panel title={words.title}>
      {lots.length === 0 && <Empty title={words.none}>{words.noneHow}</Empty>}
      {lots.map((lot) => (
        <p key={`${lot.assetId} ${lot.accountId}`} className="job">
          <span className="flex justify-between gap-3">
            <b>{lot.item}</b>
            <span>
              <Quantity quantity={lot.quantity} unit={lot.unit} />
            </span>
          </span>
          <small>
            <LotNumber number={lot.lotNumber} /> · <Expiry on={lot.expiresOn} today={today} />
          </small>
        </p>
      ))}
    </Panel>
  );
}

/** What somebody has to see to, each with the page where it is done; nothing when there is nothing. */
export function WaitingList({ waiting, warehouseId }: { waiting: Waiting; warehouseId: string }) {
  const { waiting: words } = useMessages().board;
  const { lotsAtDock, unknownBoxes, writeOffs, stocktakes } = waiting;
  const things = [
    {
      many: lotsAtDock,
      text: words.dock(lotsAtDock),
      href: `/desk/stock/put-away?warehouse=${warehouseId}`,
    },
    {
      many: unknownBoxes,
      text: words.unknown(unknownBoxes),
      href: `/desk/boxes?warehouse=${warehouseId}&unknown=true`,
    },
    { many: writeOffs, text: words.writeOffs(writeOffs), href: "/desk/write-offs" },
    { many: stocktakes, text: words.stocktakes(stocktakes), href: "/desk/stocktakes" },
  ].filter(({ many }) => many > 0);
  if (things.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2">
      {things.map(({ text, href }) => (
        <li key={href}>
          <Link to={href}>{text}</Link>
        </li>
      ))}
    </ul>
  );
}
