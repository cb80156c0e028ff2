import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { PackageOpen } from "lucide-react";
import { UnknownBoxTable } from "#app/components/consignments/unknown-box-table.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listUnknownBoxes } from "#app/domain/consignments/unknown-boxes.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return {
    boxes: await listUnknownBoxes(actor, { page: pageIn(new URL(request.url).searchParams) }),
    mayOpen: may(actor, "consignment.count"),
    title: pageTitle(request, (messages) => messages.consignments.boxes.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function UnknownBoxesPage() {
  const { boxes, mayOpen } = useLoaderData<typeof loader>();
  const { boxes: words } = useMessages().consignments;
  const booked = useSearchParams()[0].get("booked");
  return (
    <>
      <PageHead title={words.title} note={words.note(boxes.total)} />
      {booked && (
        <Note tone="ok" live>
          {words.classify.done(booked)}
        </Note>
      )}
      <Panel title={words.title}>
        <UnknownBoxTable
          boxes={boxes.rows}
          mayOpen={mayOpen}
          empty={
            <Empty icon={PackageOpen} title={words.empty}>
              {words.emptyText}
            </Empty>
          }
        />
        {pagesOf(boxes) > 1 && <Pager page={boxes.page} pages={pagesOf(boxes)} rows={boxes.total} />}
      </Panel>
    </>
  );
}
