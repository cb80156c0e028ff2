import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileDown, Printer } from "lucide-react";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { DeliveryLabelSheet } from "#app/components/labels/DeliveryLabelSheet.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { listLabels } from "#app/domain/deliveries/list-labels.server.ts";
import { unprintableIn } from "#app/domain/labels/check-printable.server.ts";
import { labelFormatIn } from "#app/domain/labels/format.ts";
import { printedLabels } from "#app/domain/labels/qr.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { settings } from "#app/settings.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const id = params.id ?? "";
  const labels = await found(request, listLabels(actor, id, settings().publicUrl));
  const format = labelFormatIn(new URL(request.url).searchParams);
  return {
    id,
    format,
    number: labels[0]?.number ?? "",
    labels: printedLabels(labels, format),
    unprintable: unprintableIn(labels),
    title: pageTitle(request, ({ deliveries }) => deliveries.labels.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LabelsPage() {
  const { id, number, format, labels, unprintable } = useLoaderData<typeof loader>();
  const { labels: words } = useMessages().deliveries;
  const address = `/desk/deliveries/${id}/labels`;
  const tabs = [
    { href: address, label: words.carton },
    { href: `${address}?format=a4`, label: words.sheet },
  ];
  return (
    <>
      <div className="no-print grid gap-4">
        <PageHead
          title={`${words.title} ${number}`}
          note={words.note(labels.length)}
          actions={
            <>
              <LinkButton href={`/desk/deliveries/${id}`}>{words.back}</LinkButton>
              {unprintable.length === 0 && (
                <LinkButton href={`${address}.pdf?format=${format}`} icon={FileDown} document>
                  {words.pdf}
                </LinkButton>
              )}
              <PrintButton icon={Printer}>{words.print}</PrintButton>
            </>
          }
        />
        <Tabs label={words.format} tabs={tabs} current={tabs[format === "a4" ? 1 : 0]?.href} />
        {unprintable.length > 0 && <Note tone="warn">{words.unprintable(unprintable.join(" "))}</Note>}
        <Note>{words.hint}</Note>
      </div>
      <div className="overflow-x-auto">
        <DeliveryLabelSheet labels={labels} format={format} />
      </div>
    </>
  );
}
