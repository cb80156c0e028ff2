import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Receipt } from "lucide-react";
import { FilterForm } from "#app/components/gifts/filter-form.tsx";
import { FundSums } from "#app/components/gifts/fund-sums.tsx";
import { LedgerTabs } from "#app/components/gifts/ledger-tabs.tsx";
import { PaymentTable } from "#app/components/payments/payment-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { sumByPurpose } from "#app/domain/funds/by-purpose.ts";
import { listFunds } from "#app/domain/funds/list.server.ts";
import { giftFilterIn } from "#app/domain/gifts/filter.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { listPayments } from "#app/domain/payments/list.server.ts";
import { may } from "#app/domain/permissions.ts";
import { countOverduePledges } from "#app/domain/pledges/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const { q, from, to, importId } = giftFilterIn(searchParams);
  const [payments, funds, overdue] = await Promise.all([
    listPayments(actor, { q, from, to, importId, page: pageIn(searchParams) }),
    listFunds(actor),
    countOverduePledges(actor),
  ]);
  return {
    title: pageTitle(request, (messages) => messages.payments.title),
    today: todayInShanghai(),
    mayRecord: may(actor, "payment.record"),
    filtered: [...searchParams.keys()].length > 0,
    purposes: sumByPurpose(funds),
    payments,
    overdue,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Payments() {
  const { payments, purposes, today, overdue, mayRecord, filtered } = useLoaderData<typeof loader>();
  const { gifts, payments: words } = useMessages();
  return (
    <>
      <PageHead
        title={gifts.ledger}
        note={gifts.unitYuan}
        actions={
          mayRecord && (
            <LinkButton href="/desk/payments/new" tone="primary" icon={Receipt}>
              {words.record}
            </LinkButton>
          )
        }
      />
      <LedgerTabs overdue={overdue} />
      <div className="cols">
        <Panel title={words.title} note={words.note(payments.total)}>
          <FilterForm label={words.search} />
          <PaymentTable
            rows={payments.rows}
            empty={
              filtered ? (
                <Empty title={gifts.filter.none}>{gifts.filter.noneText}</Empty>
              ) : (
                <Empty title={words.empty}>{words.emptyText}</Empty>
              )
            }
          />
          <Pager page={payments.page} pages={pagesOf(payments)} rows={payments.total} />
        </Panel>
        <FundSums purposes={purposes} today={today} />
      </div>
    </>
  );
}
