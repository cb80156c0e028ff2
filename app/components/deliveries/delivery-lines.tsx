import { clsx } from "clsx";
import { Fragment } from "react";
import { Expiry, LotNumber, LotSource, packOf } from "#app/components/stock/lot-facts.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { DeliveryStatus } from "#db/vocabulary";
import type { Line, PickedLot } from "#app/domain/deliveries/get.server.ts";
import { formatQuantity, formatWhole } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/**
 * What was packed: each line with the lots it was picked from and why, and once it is signed for,
 * 应收 − 短少 − 破损 = 实收. While parts come in, what did not come is 还没到 instead, or what was not sent any more.
 */
export function DeliveryLines(props: { lines: Line[]; status: DeliveryStatus; today: string }) {
  const { columns: heads, lines: caption } = useMessages().deliveries.detail;
  const isPart = props.status !== "confirmed";
  const isCounted = !isPart || props.lines.some(({ partly, damaged }) => partly > 0n || damaged !== null);
  const notCome = props.status === "cancelled" ? heads.calledOff : heads.toCome;
  const counted = [
    { label: `− ${isPart ? notCome : heads.short}`, numeric: true },
    { label: `− ${heads.damaged}`, numeric: true },
    { label: `= ${heads.good}`, numeric: true },
    { label: heads.handedOver, numeric: true },
  ];
  const columns = [
    { label: heads.item },
    { label: heads.sent, numeric: true },
    ...(isCounted ? counted : []),
  ];
  return (
    <Ledger caption={caption} captionHidden columns={columns} narrow={!isCounted}>
      {props.lines.map((line) => (
        <Fragment key={line.n}>
          <tr className={clsx(differs(line) && "flag")}>
            <th scope="row">
              {line.item}
              <Difference line={line} />
            </th>
            <td className="num">
              <Pack quantity={line.quantity} unit={line.unit} pack={packOf(line)} />
            </td>
            {isCounted && <Counted line={line} />}
          </tr>
          {line.picks.map((picked) => (
            <PickRow
              key={picked.n}
              picked={picked}
              chosen={line.pickReason}
              unit={line.unit}
              today={props.today}
              rest={columns.length - 2}
            />
          ))}
        </Fragment>
      ))}
    </Ledger>
  );
}

const differs = ({ short, damaged, extra }: Line): boolean =>
  (short ?? 0n) + (damaged ?? 0n) + (extra ?? 0n) > 0n;

function Difference({ line }: { line: Line }) {
  const { reasons, detail } = useMessages().deliveries;
  if (!differs(line)) return null;
  return (
    <small>
      {line.reason && <Tag tone="bad">{reasons[line.reason]}</Tag>} {line.remark}
      {line.extra !== null && line.extra > 0n && (
        <b>
          {" "}
          {detail.columns.extra} {formatQuantity(line.extra, line.unit)}
        </b>
      )}
    </small>
  );
}

function Counted({ line }: { line: Line }) {
  const { quantity, short, damaged, good, partly, handedOver, unit } = line;
  const missing = short ?? quantity - partly - (damaged ?? 0n);
  return (
    <>
      <td className={clsx("num", short && "text-bad")}>{formatWhole(missing)}</td>
      <td className={clsx("num", damaged && "text-bad")}>{formatWhole(damaged ?? 0n)}</td>
      <td className="num">
        <b>
          <Quantity quantity={good ?? partly} unit={unit} />
        </b>
      </td>
      <td className="num">{formatWhole(handedOver)}</td>
    </>
  );
}

function PickRow(props: {
  picked: PickedLot;
  chosen: string | null;
  unit: string;
  today: string;
  rest: number;
}) {
  const { picked, chosen, unit, today, rest } = props;
  const { why } = useMessages().deliveries.detail;
  const rule =
    picked.restriction !== null
      ? why.restricted(picked.restriction)
      : picked.expiresOn !== null
        ? why.firstExpiry
        : why.firstCome;
  return (
    <tr className="sub">
      <td>
        <LotNumber number={picked.lotNumber} /> · <Expiry on={picked.expiresOn} today={today} />
        <small>
          {chosen === null ? rule : <b>{why.chosen(chosen)}</b>} · {picked.place} ·{" "}
          <LotSource lot={picked} numbered />
        </small>
      </td>
      <td className="num">
        <Quantity quantity={picked.quantity} unit={unit} />
      </td>
      {rest > 0 && <td colSpan={rest} />}
    </tr>
  );
}
