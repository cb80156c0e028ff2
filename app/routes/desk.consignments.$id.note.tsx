import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Printer } from "lucide-react";
import { ConsignmentFacts } from "#app/components/consignments/consignment-facts.tsx";
import { donorLetter } from "#app/components/consignments/donor-letter.ts";
import { LineTable } from "#app/components/consignments/line-table.tsx";
import { RefusalTable } from "#app/components/consignments/refusal-table.tsx";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getConsignment } from "#app/domain/consignments/get.server.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const consignment = await found(request, getConsignment(actor, params.id ?? ""));
  return {
    consignment,
    today: todayInShanghai(),
    title: pageTitle(request, ({ consignments }) => `${consignments.paper.title} ${consignment.number}`),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The goods received note on paper, with its three signatures, and what the donor is told. */
export default function GoodsReceivedNote() {
  const { consignment, today } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const locale = useLocale();
  const { paper, detail, countPage } = messages.consignments;
  const unknown = consignment.boxes.filter((box) => box.unknown).length;
  const known = consignment.boxes.filter(({ kind }) => kind === "box").length - unknown;
  return (
    <>
      <PageHead
        title={`${paper.title} ${consignment.number}`}
        note={consignment.organization}
        actions={
          <span className="no-print flex flex-wrap gap-2">
            <LinkButton href={`/desk/consignments/${consignment.id}`}>{countPage.back}</LinkButton>
            <PrintButton icon={Printer}>{paper.print}</PrintButton>
          </span>
        }
      />
      {consignment.overrideReason && (
        <Note tone="bad">
          <b>{detail.override}</b>
          <br />
          {consignment.overrideReason}
        </Note>
      )}
      <Panel title={detail.facts} padded>
        <ConsignmentFacts consignment={consignment} />
      </Panel>
      <Panel title={detail.lines} note={consignment.boxes.length > 0 && detail.boxesNote(known, unknown)}>
        <LineTable lines={consignment.lines} begun={consignment.arrivedAt !== null} today={today} />
      </Panel>
      {consignment.refusals.length > 0 && (
        <Panel title={detail.refusals}>
          <RefusalTable refusals={consignment.refusals} />
        </Panel>
      )}
      <Signatures />
      <div className="no-print">
        <Panel title={paper.letter} note={paper.letterHint} padded>
          <textarea
            className="input w-full"
            rows={12}
            readOnly
            aria-label={paper.letter}
            value={donorLetter(consignment, messages, locale)}
          />
        </Panel>
      </div>
    </>
  );
}

function Signatures() {
  const { consignment } = useLoaderData<typeof loader>();
  const { paper } = useMessages().consignments;
  const signers = [
    [paper.driver, null],
    [paper.prepared, consignment.preparedBy],
    [paper.checked, consignment.checkedBy],
  ] as const;
  return (
    <dl className="grid gap-4 py-4 desk:grid-cols-3">
      {signers.map(([post, name]) => (
        <div key={post} className="border-t border-line-2 pt-1">
          <dt className="text-small text-ink-2">{post}</dt>
          <dd>
            {name ?? " "}
            <span className="text-small text-ink-2"> {paper.date}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
