import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publisherOf } from "#app/components/reports/publisher.ts";
import { NoRows, ReportPage } from "#app/components/reports/report-page.tsx";
import { ReportTable } from "#app/components/reports/report-table.tsx";
import { TotalsLine } from "#app/components/reports/totals-line.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { filterOf } from "#app/domain/reports/filter.ts";
import { reportFrame } from "#app/domain/reports/frame.server.ts";
import { receiptColumns } from "#app/domain/reports/receipt-columns.ts";
import { listReceipts } from "#app/domain/reports/receipts.server.ts";
import { totalRows } from "#app/domain/reports/total-rows.ts";
import { pageOf } from "#app/domain/reports/page.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const filter = filterOf(searchParams);
  const [frame, list, actor] = await Promise.all([
    reportFrame("receipts", filter, localeOf(request)),
    listReceipts(filter, pageOf(searchParams)),
    actorOf(request),
  ]);
  return { ...frame, filter, list, signedIn: actor !== null };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }];

export default function Receipts() {
  const { head, publishers, townships, filter, list, signedIn } = useLoaderData<typeof loader>();
  const words = useMessages().reports;
  const columns = receiptColumns(words);
  return (
    <ReportPage
      name="receipts"
      head={head}
      filter={filter}
      townships={townships}
      townshipLabel={words.filter.restrictedTownship}
      signedIn={signedIn}
      publisher={publisherOf(publishers)}
      downloads={list.total > 0}
    >
      {list.total > 0 && <TotalsLine {...list.totals} />}
      <ReportTable
        caption={head.title}
        columns={columns}
        rows={list.rows}
        foot={totalRows(columns, words, list.totals)}
        empty={<NoRows name="receipts" filter={filter} />}
      />
      {list.total > list.pageSize && (
        <Pager page={list.page} pages={Math.ceil(list.total / list.pageSize)} rows={list.total} />
      )}
    </ReportPage>
  );
}
