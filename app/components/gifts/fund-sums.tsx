import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Sum } from "#app/components/ui/sum.tsx";
import { type PurposeSum, sumOfAll } from "#app/domain/funds/by-purpose.ts";
import { startOfDay } from "#app/domain/dates.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const IDLE_DAYS = 14;
/** Money that rested for longer is what a response left over when it ended: no longer a matter of the day. */
const ENDED_DAYS = 180;

/**
 * 收到 − 用出 = 还剩, of everything and of each purpose, in 万元 with the exact amount as each number's title. With `most`
 * only so many purposes have a line of their own, and the rest share one.
 */
export function FundSums(props: { purposes: PurposeSum[]; today: string; most?: number }) {
  const { purposes, today, most = purposes.length } = props;
  const { common, gifts } = useMessages();
  const { left } = gifts;
  const all = sumOfAll(purposes);
  return (
    <Panel title={left.title} note={left.unit}>
      {purposes.length === 0 ? (
        <Empty title={left.empty} />
      ) : (
        <>
          <div className="inside">
            <Sum
              label={left.title}
              measure={{ kind: "money", in: "wan", bare: true }}
              rows={[
                { label: common.sum.received, value: all.receivedFen, tone: "in" },
                { op: "−", label: common.sum.spent, value: all.spentFen, tone: "out" },
              ]}
              total={{ label: common.sum.left, value: all.leftFen }}
            />
          </div>
          <Ledger
            caption={left.purpose}
            captionHidden
            narrow
            columns={[
              { label: left.purpose },
              { label: common.sum.received, numeric: true },
              { label: common.sum.spent, numeric: true },
              { label: common.sum.left, numeric: true },
            ]}
            foot={
              <tr>
                <th scope="row">{common.sum.total}</th>
                <Amounts sum={all} />
              </tr>
            }
          >
            {purposes.slice(0, most).map((sum) => (
              <PurposeRow key={sum.restriction ?? ""} sum={sum} today={today} />
            ))}
            {purposes.length > most && (
              <tr>
                <th scope="row">
                  {left.others(purposes.length - most)}
                  <small>{left.restricted}</small>
                </th>
                <Amounts sum={sumOfAll(purposes.slice(most))} />
              </tr>
            )}
          </Ledger>
          <p className="inside text-small text-ink-2">{left.note}</p>
        </>
      )}
    </Panel>
  );
}

function PurposeRow({ sum, today }: { sum: PurposeSum; today: string }) {
  const { common, gifts } = useMessages();
  const idle = sum.lastMovedOn === null || sum.leftFen === 0n ? 0 : daysBetween(sum.lastMovedOn, today);
  const resting = idle >= IDLE_DAYS && idle < ENDED_DAYS;
  const unspent = resting ? gifts.left.idle(idle) : gifts.left.restricted;
  const restricted = sum.restriction !== null;
  return (
    <tr className={restricted && resting ? "flag" : undefined}>
      <th scope="row">
        {sum.restriction ?? common.states.unrestricted}
        {restricted && <small>{sum.leftFen === 0n ? gifts.left.usedUp : unspent}</small>}
      </th>
      <Amounts sum={sum} />
    </tr>
  );
}

function Amounts({ sum }: { sum: Pick<PurposeSum, "receivedFen" | "spentFen" | "leftFen"> }) {
  return (
    <>
      <td className="num">
        <Money fen={sum.receivedFen} in="wan" bare />
      </td>
      <td className="num">
        <Money fen={sum.spentFen} in="wan" bare />
      </td>
      <td className="num font-semibold">
        <Money fen={sum.leftFen} in="wan" bare />
      </td>
    </>
  );
}

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / 86_400_000));
