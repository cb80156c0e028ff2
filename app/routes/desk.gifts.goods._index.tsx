import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PackagePlus } from "lucide-react";
import { FilterForm } from "#app/components/gifts/filter-form.tsx";
import { GiftTable } from "#app/components/gifts/gift-table.tsx";
import { LedgerTabs } from "#app/components/gifts/ledger-tabs.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { giftFilterIn } from "#app/domain/gifts/filter.ts";
import { organizationChoices } from "#app/domain/gifts/form-choices.server.ts";
import { listGifts } from "#app/domain/gifts/list.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { countOverduePledges } from "#app/domain/pledges/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const [gifts, overdue, organizations] = await Promise.all([
    listGifts(actor, { ...giftFilterIn(searchParams), kind: "goods", page: pageIn(searchParams) }),
    countOverduePledges(actor),
    organizationChoices(actor),
  ]);
  return {
    title: pageTitle(request, (messages) => messages.gifts.goods.title),
    mayRecord: may(actor, "gift.receive-goods"),
    filtered: [...searchParams.keys()].length > 0,
    gifts,
    overdue,
    organizations,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function GoodsGifts() {
  const { gifts, overdue, organizations, mayRecord, filtered } = useLoaderData<typeof loader>();
  const { gifts: words } = useMessages();
  return (
    <>
      <PageHead
        title={words.ledger}
        note={words.unitYuan}
        actions={
          <>
            <LinkButton href="/desk/items">{words.goods.catalogue}</LinkButton>
            {mayRecord && (
              <LinkButton href="/desk/gifts/goods/new" tone="primary" icon={PackagePlus}>
                {words.goods.record}
              </LinkButton>
            )}
          </>
        }
      />
      <LedgerTabs overdue={overdue} />
      <Panel title={words.goods.title} note={words.goods.note(gifts.total)}>
        <FilterForm organizations={organizations} />
        <GiftTable
          caption={words.goods.title}
          rows={gifts.rows}
          empty={
            filtered ? (
              <Empty title={words.filter.none}>{words.filter.noneText}</Empty>
            ) : (
              <Empty title={words.goods.empty}>{words.goods.emptyText}</Empty>
            )
          }
        />
        <Pager page={gifts.page} pages={pagesOf(gifts)} rows={gifts.total} />
      </Panel>
    </>
  );
}
