import type { ReactNode } from "react";
import { DocumentLink } from "#app/components/gifts/document-link.tsx";
import { Facts } from "#app/components/gifts/facts.tsx";
import { packOf } from "#app/components/stock/lot-facts.tsx";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import { Sum, type SumRow } from "#app/components/ui/sum.tsx";
import type { Case, CaseLine } from "#app/domain/cases/get.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { CaseOwner } from "./case-words.tsx";

/** Which delivery or transfer it is about, who sent it and who took it in, and by when it is to be settled. */
export function CaseFacts({ found }: { found: Case }) {
  const { cases, deliveries } = useMessages();
  const { detail: words } = cases;
  const { delivery, transfer } = words;
  const heads = found.about === "transfer" ? transfer : delivery;
  return (
    <Facts
      facts={[
        [heads.number, <DocumentLink kind={found.about} id={found.journeyId} number={found.journey} />],
        [heads.from, found.from],
        [heads.to, found.to],
        [heads.sent, <Done by={found.sentBy ?? words.somebody} at={found.sentAt} />],
        [heads.received, <Done by={found.receivedBy ?? words.somebody} at={found.receivedAt} />],
        [words.reason, found.reason && deliveries.reasons[found.reason]],
        [words.remark, found.remark],
        [words.owner, <CaseOwner name={found.owner} />],
        [words.opened, <DateTime at={found.createdAt} year />],
        [words.due, <CivilDate on={found.dueOn} year />],
      ]}
    />
  );
}

/** How it ended, and where the goods went. */
export function CaseOutcome({ found }: { found: Case }) {
  const { cases } = useMessages();
  const { detail: words, decisions } = cases;
  const { decision, wentTo, foundIn, replacementId, replacement, closedAt } = found;
  return (
    <Facts
      facts={[
        [words.decision, decision && decisions[decision]],
        [cases.forms.why, found.decisionNote],
        [words.where, wentTo && [foundIn, words.wentTo[wentTo]].filter(Boolean).join("：")],
        [
          words.replacement,
          replacementId && <DocumentLink kind="delivery" id={replacementId} number={replacement} />,
        ],
        [words.decidedBy, <Done by={found.decidedBy} at={found.decidedAt} />],
        [words.closedBy, closedAt && <Done by={found.closedBy ?? words.somebody} at={closedAt} />],
      ]}
    />
  );
}

function Done({ by, at }: { by: ReactNode; at: Date | null }) {
  return (
    <>
      {by} {at && <span className="font-normal text-ink-2">{<DateTime at={at} year />}</span>}
    </>
  );
}

/** 竖式 of the line: what was sent, less what is missing and damaged, is what was signed for as good. */
export function LineSum({ line }: { line: CaseLine }) {
  const { sum: words } = useMessages().cases.detail;
  const { item, unit, quantity, short, damaged, good, extra, toCome } = line;
  const rows: SumRow[] = [
    {
      label: words.sent,
      note: packOf(line) && <Pack quantity={quantity} unit={unit} pack={packOf(line)!} />,
      value: quantity,
    },
    { op: "−", label: words.short, value: short, tone: "bad" },
    { op: "−", label: words.damaged, value: damaged, tone: "bad" },
    { op: "−", label: words.toCome, value: toCome },
  ];
  return (
    <>
      <h3>{item}</h3>
      <Sum
        label={item}
        rows={rows.filter(({ op, value }) => op === undefined || value > 0n)}
        total={{ label: words.good, value: good }}
        measure={{ kind: "quantity", unit }}
      />
      {extra > 0n && (
        <p>
          {words.extra} <b>{formatQuantity(extra, unit)}</b>
        </p>
      )}
    </>
  );
}
