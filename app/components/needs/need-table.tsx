import type { ReactNode } from "react";
import { ClockTag } from "#app/components/clocks/clock-steps.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { NeedOnBoard } from "#app/domain/needs/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Available, LineProgress, StillMissing } from "./line-figures.tsx";
import { NeedTag, UrgencyTag } from "./need-words.tsx";

/** What sites ask for, thing by thing: how much it presses, what is still missing, and what there is of it. */
export function NeedTable({ rows, now, empty }: { rows: NeedOnBoard[]; now: Date; empty: ReactNode }) {
  const { columns: heads, list } = useMessages().needs;
  const columns = [
    { label: heads.site },
    { label: heads.what },
    { label: heads.missing, numeric: true },
    { label: heads.available, numeric: true, wideOnly: true },
    { label: heads.step, wideOnly: true },
  ];
  return (
    <Ledger narrow caption={list} captionHidden columns={columns} empty={empty}>
      {rows.flatMap((need) =>
        need.lines.map((line, index) => (
          <tr key={`${need.id} ${line.n}`} className={need.clock.lateBy > 0 ? "flag" : undefined}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={need.lines.length}>
                <Where need={need} now={now} />
              </th>
            )}
            <td className="pl-2.5!">
              {line.wish}
              <LineProgress line={line} />
            </td>
            <td className="num">
              <StillMissing line={line} />
              <div className="desk:hidden">
                <small>{heads.available}</small>
                <Available line={line} />
              </div>
            </td>
            <td className="num wide-only">
              <Available line={line} />
            </td>
            {index === 0 && (
              <td className="wide-only" rowSpan={need.lines.length}>
                <Step need={need} now={now} />
              </td>
            )}
          </tr>
        )),
      )}
    </Ledger>
  );
}

function Where({ need, now }: { need: NeedOnBoard; now: Date }) {
  const { closed } = useMessages().needs;
  const isOpen = need.status === "asked" || need.status === "accepted";
  return (
    <>
      {isOpen ? <UrgencyTag urgency={need.urgency} /> : <NeedTag status={need.status} />}
      <Link className="block" to={`/desk/needs/${need.id}`}>
        {need.township} · {need.site}
      </Link>
      <small>
        <Code>{need.number}</Code>
      </small>
      {need.neededBy !== null && isOpen && (
        <small>
          <CivilDate on={need.neededBy} /> {closed.before}
        </small>
      )}
      <span className="desk:hidden">
        <ClockTag clock={need.clock} now={now} />
      </span>
    </>
  );
}

/** How far it is, for how long it waits, and for whom. */
function Step({ need, now }: { need: NeedOnBoard; now: Date }) {
  const { clocks, needs: words } = useMessages();
  const { step, holder } = need.clock;
  return (
    <>
      {step === null ? (
        <NeedTag status={need.status} />
      ) : (
        <>
          {clocks.steps[step]} <ClockTag clock={need.clock} now={now} />
          {holder && (
            <small>
              {clocks.waitingFor} {clocks.holders[holder]}
            </small>
          )}
        </>
      )}
      <small>
        {words.columns.asked} <DateTime at={need.askedAt} />
      </small>
    </>
  );
}
