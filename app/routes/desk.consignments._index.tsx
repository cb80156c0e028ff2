import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PackageOpen, PackagePlus, Truck } from "lucide-react";
import { ConsignmentTable } from "#app/components/consignments/consignment-table.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { countConsignments, listConsignments } from "#app/domain/consignments/list.server.ts";
import { listUnknownBoxes } from "#app/domain/consignments/unknown-boxes.server.ts";
import { consignmentViews } from "#app/domain/consignments/view.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const view = consignmentViews.find((each) => each === searchParams.get("view")) ?? "today";
  const q = searchParams.get("q")?.trim() ?? "";
  // A number or a name is looked for under every view.
  const filter = q === "" ? { view } : { q };
  const [consignments, counts, unknown] = await Promise.all([
    listConsignments(actor, { ...filter, page: pageIn(searchParams) }),
    countConsignments(actor),
    listUnknownBoxes(actor),
  ]);
  return {
    consignments,
    counts,
    unknownBoxes: unknown.total,
    view,
    q,
    today: todayInShanghai(),
    mayExpect: may(actor, "consignment.expect"),
    mayCount: may(actor, "consignment.count"),
    title: pageTitle(request, (messages) => messages.consignments.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ConsignmentsPage() {
  const { consignments, view, q, ...page } = useLoaderData<typeof loader>();
  const { consignments: words, common } = useMessages();
  return (
    <>
      <PageHead title={words.title} note={words.note(consignments.total)} actions={<Acts />} />
      <ViewTabs />
      <Form method="get" role="search" className="quick" key={q}>
        <TextField name="q" type="search" label={words.find} defaultValue={q} />
        <div>
          <Button>{common.actions.search}</Button>
        </div>
      </Form>
      <Panel title={q === "" ? words.views[view] : words.title}>
        <ConsignmentTable
          rows={consignments.rows}
          today={page.today}
          empty={
            <Empty icon={Truck} title={q === "" ? words.empty[view] : words.nothing}>
              {q === "" ? words.emptyText[view] : words.nothingText}
            </Empty>
          }
        />
        {pagesOf(consignments) > 1 && (
          <Pager page={consignments.page} pages={pagesOf(consignments)} rows={consignments.total} />
        )}
      </Panel>
    </>
  );
}

function Acts() {
  const { mayExpect, mayCount, unknownBoxes } = useLoaderData<typeof loader>();
  const words = useMessages().consignments;
  return (
    <>
      {unknownBoxes > 0 && (
        <LinkButton href="/desk/consignments/boxes" icon={PackageOpen}>
          {words.boxesButton(unknownBoxes)}
        </LinkButton>
      )}
      {mayCount && (
        <LinkButton href="/desk/consignments/open" icon={Truck}>
          {words.openButton}
        </LinkButton>
      )}
      {mayExpect && (
        <LinkButton href="/desk/consignments/new" icon={PackagePlus} tone="primary">
          {words.expectButton}
        </LinkButton>
      )}
    </>
  );
}

function ViewTabs() {
  const { view, q, counts } = useLoaderData<typeof loader>();
  const words = useMessages().consignments;
  const tabs = consignmentViews.map((each) => ({
    href: each === "today" ? "/desk/consignments" : `/desk/consignments?view=${each}`,
    label: words.views[each],
    extra: <span className="text-small">{counts[each]}</span>,
  }));
  const current = q === "" ? tabs[consignmentViews.indexOf(view)]?.href : "";
  return <Tabs label={words.viewsLabel} tabs={tabs} current={current} />;
}
