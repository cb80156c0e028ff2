import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publisherOf } from "#app/components/reports/publisher.ts";
import { NoRows, ReportPage } from "#app/components/reports/report-page.tsx";
import { ReportTable } from "#app/components/reports/report-table.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { DomainError } from "#app/domain/errors.ts";
import { balanceColumns, balanceFoot } from "#app/domain/reports/balance-columns.ts";
import { balanceSheet } from "#app/domain/reports/balance-sheet.server.ts";
import { filterOf, type ReportFilter } from "#app/domain/reports/filter.ts";
import { reportFrame } from "#app/domain/reports/frame.server.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const filter = { ...filterOf(new URL(request.url).searchParams), township: null };
  const [frame, actor] = await Promise.all([reportFrame("balance", filter, locale), actorOf(request)]);
  const shared = { ...frame, filter, signedIn: actor !== null };
  const sheet = await sheetOrRefusal(filter);
  if (!(sheet instanceof DomainError)) return data({ ...shared, sheet, refusal: null });
  const refusal = errorSentence(messagesFor(locale), sheet);
  return data({ ...shared, sheet: null, refusal }, { status: sheet.status });
}

/** Books that do not balance are no failure of the page: it says so and shows no table. */
async function sheetOrRefusal(filter: ReportFilter) {
  try {
    return await balanceSheet(filter);
  } catch (error) {
    if (error instanceof DomainError && error.code === "does_not_balance") return error;
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }];

export default function Balance() {
  const { head, publishers, filter, sheet, refusal, signedIn } = useLoaderData<typeof loader>();
  const words = useMessages().reports;
  const rows = sheet ? [...sheet.money, ...sheet.goods] : [];
  return (
    <ReportPage
      name="balance"
      head={head}
      filter={filter}
      signedIn={signedIn}
      publisher={publisherOf(publishers)}
      downloads={rows.length > 0}
    >
      {refusal !== null && <Note tone="bad">{refusal}</Note>}
      {sheet && (
        <ReportTable
          caption={head.title}
          columns={balanceColumns(sheet, words)}
          rows={rows}
          foot={balanceFoot(sheet, words)}
          empty={<NoRows name="balance" filter={filter} />}
        />
      )}
    </ReportPage>
  );
}
