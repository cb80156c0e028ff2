import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banknote, PackagePlus } from "lucide-react";
import { FundSums } from "#app/components/gifts/fund-sums.tsx";
import { DeliveriesPanel } from "#app/components/overview/deliveries-panel.tsx";
import { DockPanel } from "#app/components/overview/dock-panel.tsx";
import { LastEntriesPanel } from "#app/components/overview/last-entries-panel.tsx";
import { OverduePanel } from "#app/components/overview/overdue-panel.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { formatDate, todayInShanghai } from "#app/domain/dates.ts";
import { sumByPurpose } from "#app/domain/funds/by-purpose.ts";
import { listFunds } from "#app/domain/funds/list.server.ts";
import { countDeliveries } from "#app/domain/overview/count-deliveries.server.ts";
import { goodsAtDock } from "#app/domain/overview/goods-at-dock.server.ts";
import { lastEntries } from "#app/domain/overview/last-entries.server.ts";
import { may } from "#app/domain/permissions.ts";
import { listPledges } from "#app/domain/pledges/list.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

const SHOWN_OVERDUE = 8;
const SHOWN_PURPOSES = 7;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [overdue, dock, deliveries, entries, funds] = await Promise.all([
    listPledges(actor, { states: ["overdue"] }),
    goodsAtDock(actor),
    countDeliveries(actor),
    lastEntries(actor),
    listFunds(actor),
  ]);
  return {
    title: pageTitle(request, (messages) => messages.overview.title),
    today: todayInShanghai(),
    mayRecordMoney: may(actor, "gift.receive-money"),
    mayRecordGoods: may(actor, "gift.receive-goods"),
    keepsMoney: may(actor, "payment.record") || actor.roles.includes("auditor"),
    overdue: { rows: overdue.rows.slice(0, SHOWN_OVERDUE), total: overdue.total },
    purposes: sumByPurpose(funds),
    dock,
    deliveries,
    entries,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Overview() {
  const page = useLoaderData<typeof loader>();
  const { overview } = useMessages();
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={overview.title}
        note={overview.today(formatDate(page.today, locale))}
        actions={
          <>
            {page.mayRecordMoney && (
              <LinkButton href="/desk/gifts/money" tone="primary" icon={Banknote}>
                {overview.recordMoney}
              </LinkButton>
            )}
            {page.mayRecordGoods && (
              <LinkButton href="/desk/gifts/goods/new" icon={PackagePlus}>
                {overview.recordGoods}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="cols">
        <div className="stack">
          {page.keepsMoney && (
            <OverduePanel
              rows={page.overdue.rows}
              total={page.overdue.total}
              mayReceive={page.mayRecordMoney}
            />
          )}
          <DeliveriesPanel counts={page.deliveries} />
          <DockPanel rows={page.dock} />
          <LastEntriesPanel rows={page.entries} />
        </div>
        {page.keepsMoney && <FundSums purposes={page.purposes} today={page.today} most={SHOWN_PURPOSES} />}
      </div>
    </>
  );
}
