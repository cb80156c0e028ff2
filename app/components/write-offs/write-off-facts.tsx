import { Facts } from "#app/components/gifts/facts.tsx";
import { Expiry, RestrictedTo } from "#app/components/stock/lot-facts.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { WriteOffDocument } from "#app/domain/write-offs/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** 报损单: what is written off, why, and who asked and decided; on paper with room for two signatures. */
export function WriteOffFacts({ document, today }: { document: WriteOffDocument; today: string }) {
  const { writeOffs, stock } = useMessages();
  const { detail: words } = writeOffs;
  const place = (
    <>
      {document.warehouse} ·{" "}
      <span className="whitespace-nowrap">{document.bin ?? stock.places[document.place]}</span>
    </>
  );
  const decider = document.status === "approved" ? words.decidedBy : words.refusedBy;
  return (
    <Panel title={words.facts} note={document.organization} padded>
      <Facts
        facts={[
          [words.item, document.item],
          [words.quantity, <Quantity quantity={document.quantity} unit={document.unit} />],
          [words.place, place],
          [words.lot, document.lotNumber === null ? stock.noLotNumber : <Code>{document.lotNumber}</Code>],
          [words.expires, <Expiry on={document.expiresOn} today={today} />],
          [words.restriction, <RestrictedTo text={document.restriction} />],
          [words.reason, stock.lossReasons[document.reason]],
          [words.remark, document.remark],
          [words.evidence, document.evidence],
          [words.requestedBy, <Person name={document.requestedBy} at={document.requestedAt} />],
          [decider, document.decidedAt && <Person name={document.decidedBy} at={document.decidedAt} />],
          [words.decisionRemark, document.decisionRemark],
          [words.override, document.overrideReason],
        ]}
      />
      <Signatures />
    </Panel>
  );
}

function Person({ name, at }: { name: string | null; at: Date }) {
  const { somebody } = useMessages().writeOffs;
  return (
    <>
      {name ?? somebody}{" "}
      <span className="font-normal text-ink-2">
        <DateTime at={at} year />
      </span>
    </>
  );
}

/** On paper only. */
function Signatures() {
  const { sign } = useMessages().writeOffs.detail;
  return (
    <div className="mt-12 hidden grid-cols-2 gap-12 print:grid">
      {[sign.requester, sign.approver].map((label) => (
        <p key={label} className="border-t border-ink pt-1">
          {label} <span className="float-right mr-24">{sign.date}</span>
        </p>
      ))}
    </div>
  );
}
