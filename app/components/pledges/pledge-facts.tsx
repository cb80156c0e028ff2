import { Facts } from "#app/components/gifts/facts.tsx";
import { Purpose } from "#app/components/gifts/purpose.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Sum } from "#app/components/ui/sum.tsx";
import type { Pledge } from "#app/domain/pledges/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { PledgeTag } from "./pledge-tag.tsx";

/** What is known of a promise. */
export function PledgeFacts({ pledge }: { pledge: Pledge }) {
  const { pledges, gifts } = useMessages();
  const { fields } = pledges;
  return (
    <Facts
      facts={[
        [gifts.columns.number, <Code key="number">{pledge.number}</Code>],
        [
          fields.donor,
          <Link key="donor" to={`/desk/donors/${pledge.donorId}`}>
            {pledge.donor}
          </Link>,
        ],
        [
          pledges.columns.state,
          <PledgeTag key="state" state={pledge.state} daysOverdue={pledge.daysOverdue} />,
        ],
        [fields.amount, pledge.amountFen !== null && <Money fen={pledge.amountFen} />],
        [fields.pledgedOn, <CivilDate key="on" on={pledge.pledgedOn} year />],
        [fields.dueOn, pledge.dueOn && <CivilDate on={pledge.dueOn} year />],
        [fields.restrictedTo, <Purpose key="purpose" restriction={pledge.restriction} />],
        [gifts.detail.organization, pledge.organization],
        [fields.note, pledge.note],
        [
          gifts.detail.importedFrom,
          pledge.importId && pledge.importFile && (
            <Link to={`/desk/imports/${pledge.importId}`}>{pledge.importFile}</Link>
          ),
        ],
        [pledges.detail.withdrawnBecause, pledge.withdrawnReason],
      ]}
    />
  );
}

/** 答应 − 已到 = 还差; when more came than was promised, what came is shown beside what was promised. */
export function PledgeProgress({ pledge }: { pledge: Pledge }) {
  const { columns, detail } = useMessages().pledges;
  if (pledge.amountFen === null) return <GoodsProgress pledge={pledge} />;
  const left = pledge.amountFen - pledge.receivedFen;
  if (left < 0n) {
    return (
      <Facts
        facts={[
          [columns.promised, <Money key="promised" fen={pledge.amountFen} />],
          [columns.received, <Money key="received" fen={pledge.receivedFen} />],
        ]}
      />
    );
  }
  return (
    <Sum
      label={detail.progress}
      measure={{ kind: "money", in: "yuan" }}
      rows={[
        { label: columns.promised, value: pledge.amountFen },
        { op: "−", label: columns.received, value: pledge.receivedFen, tone: "in" },
      ]}
      total={{ label: columns.left, value: left }}
    />
  );
}

function GoodsProgress({ pledge }: { pledge: Pledge }) {
  const { columns, detail, fields } = useMessages().pledges;
  return (
    <Ledger
      caption={detail.progress}
      captionHidden
      narrow
      columns={[
        { label: fields.item },
        { label: columns.promised, numeric: true },
        { label: columns.received, numeric: true },
      ]}
    >
      {pledge.lines.map((line) => (
        <tr key={line.n}>
          <th scope="row">{line.item}</th>
          <td className="num">
            <Quantity quantity={line.promised} unit={line.unit} />
          </td>
          <td className="num">
            <Quantity quantity={line.received} unit={line.unit} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
