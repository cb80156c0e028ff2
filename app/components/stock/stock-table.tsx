import { clsx } from "clsx";
import { Fragment, type ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatPacking, formatWhole } from "#app/domain/quantity.ts";
import type { StockRow } from "#app/domain/stock/list.server.ts";
import type { StockLot } from "#app/domain/stock/standing.server.ts";
import { LOW_DAYS } from "#app/domain/stock/view.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { DaysLeft } from "./days-left.tsx";
import { LotActs, type LotActsAllowed } from "./lot-acts.tsx";
import { Expiry, LotNumber, LotSource, packOf, RestrictedTo } from "./lot-facts.tsx";
import { type StockAsked, stockPath } from "./stock-filter.tsx";

interface Look {
  asked: StockAsked;
  /** Civil date. */
  today: string;
  /** More than one warehouse is listed, so each lot says which one it is in. */
  several: boolean;
  may: LotActsAllowed;
}

/** Items with their totals, and under each its lots. Each quantity has a column of its own. */
export function StockTable(props: Look & { rows: StockRow[]; empty: ReactNode }) {
  const { columns: words, title } = useMessages().stock;
  const columns = [
    { label: words.item },
    { label: words.onHand, numeric: true },
    { label: words.atDock, numeric: true },
    { label: words.packed, numeric: true },
    { label: words.available, numeric: true },
    { label: words.incoming, numeric: true },
    { label: words.onRoad, numeric: true },
    { label: words.days, numeric: true },
    { label: words.expires },
    { label: words.source },
  ];
  return (
    <Ledger caption={title} captionHidden columns={columns} empty={props.empty}>
      {props.rows.map((row) => (
        <Fragment key={row.itemId}>
          <ItemRow row={row} look={props} width={columns.length} />
          {row.lots.map((lot) => (
            <LotRow key={`${lot.assetId} ${lot.accountId}`} lot={lot} look={props} />
          ))}
          {row.lotCount > row.lots.length && <MoreLots row={row} look={props} width={columns.length} />}
        </Fragment>
      ))}
    </Ledger>
  );
}

function ItemRow({ row, look, width }: { row: StockRow; look: Look; width: number }) {
  const words = useMessages().stock;
  const isExpired = row.firstExpiry !== null && row.firstExpiry < look.today;
  return (
    <tr className={clsx(isExpired ? "wrong" : row.days !== null && row.days < LOW_DAYS && "flag")}>
      <th scope="row">
        {row.item}
        <span className="block desk:hidden">
          <WhyMarked row={row} expired={isExpired} />
        </span>
      </th>
      <td className="num">
        <Quantity quantity={row.onHand} unit={row.unit} />
        {row.heldBack > 0n && (
          <small>
            {words.places.quarantine} {formatWhole(row.heldBack)}
          </small>
        )}
      </td>
      <td className="num">{orDash(row.atDock)}</td>
      <td className="num">{orDash(row.packed)}</td>
      <td className="num">
        <b>
          <Quantity quantity={row.available} unit={row.unit} />
        </b>
        {row.expired > 0n && (
          <small>
            {words.expired} {formatWhole(row.expired)}
          </small>
        )}
      </td>
      <td className="num">{orDash(row.incoming)}</td>
      <td className="num">{orDash(row.onRoad)}</td>
      <td className="num">
        <DaysLeft days={row.days} />
      </td>
      <td colSpan={width - 8}>
        <Expiry on={row.firstExpiry} today={look.today} />
      </td>
    </tr>
  );
}

/** On a phone the columns that say why a row is coloured are out of sight: the word stands under the name. */
function WhyMarked({ row, expired }: { row: StockRow; expired: boolean }) {
  const words = useMessages().stock;
  if (expired) return <Tag tone="bad">{words.expired}</Tag>;
  return row.days !== null && row.days < LOW_DAYS ? <Tag tone="warn">{words.low}</Tag> : null;
}

const orDash = (quantity: bigint) => (quantity === 0n ? "—" : formatWhole(quantity));

function LotRow({ lot, look }: { lot: StockLot; look: Look }) {
  const words = useMessages().stock;
  const place = lot.place === "bin" ? lot.bin : words.places[lot.place];
  const packing = formatPacking(lot.quantity, lot.unit, packOf(lot));
  return (
    <tr className="sub">
      <td className="desk:min-w-40">
        <LotNumber number={lot.lotNumber} /> ·{" "}
        {lot.place === "bin" ? <span className="whitespace-nowrap">{place}</span> : place}
        {look.several && <small className="wrap-anywhere break-normal">{lot.warehouse}</small>}
      </td>
      <td className="num">
        <Quantity quantity={lot.quantity} unit={lot.unit} />
        {packing && <small>{packing}</small>}
      </td>
      <td className="num">{lot.place === "dock" && formatWhole(lot.quantity)}</td>
      <td className="num">{lot.place === "staging" && formatWhole(lot.quantity)}</td>
      <td colSpan={4}>
        <LotActs lot={lot} may={look.may} />
      </td>
      <td>
        <Expiry on={lot.expiresOn} today={look.today} />
      </td>
      <td>
        <LotSource lot={lot} />
        <small>
          <RestrictedTo text={lot.restriction} />
        </small>
      </td>
    </tr>
  );
}

function MoreLots({ row, look, width }: { row: StockRow; look: Look; width: number }) {
  const words = useMessages().stock;
  return (
    <tr className="sub">
      <td colSpan={width}>
        <Link to={stockPath({ ...look.asked, item: row.itemId })}>
          {words.moreLots(row.lotCount - row.lots.length)}
        </Link>{" "}
        <Tag>{row.item}</Tag>
      </td>
    </tr>
  );
}
