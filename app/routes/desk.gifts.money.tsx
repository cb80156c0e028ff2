import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FileUp } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { moneyGiftDefaults } from "#app/components/gifts/gift-defaults.ts";
import { FilterForm } from "#app/components/gifts/filter-form.tsx";
import { FundSums } from "#app/components/gifts/fund-sums.tsx";
import { LedgerTabs } from "#app/components/gifts/ledger-tabs.tsx";
import { MoneyGiftForm } from "#app/components/gifts/money-gift-form.tsx";
import { MoneyLedgerTable } from "#app/components/gifts/money-ledger.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { sumByPurpose } from "#app/domain/funds/by-purpose.ts";
import { listFunds } from "#app/domain/funds/list.server.ts";
import { giftFilterIn } from "#app/domain/gifts/filter.ts";
import { moneyGiftChoices } from "#app/domain/gifts/form-choices.server.ts";
import { getGift } from "#app/domain/gifts/get.server.ts";
import { listMoneyLedger } from "#app/domain/gifts/list-money-ledger.server.ts";
import { receiveMoney } from "#app/domain/gifts/receive-money.server.ts";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { getPledge } from "#app/domain/pledges/get.server.ts";
import { countOverduePledges } from "#app/domain/pledges/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const [savedId, pledgeId] = [searchParams.get("saved"), searchParams.get("pledge")];
  const [ledger, funds, overdue, choices, pledge, saved] = await Promise.all([
    listMoneyLedger(actor, { ...giftFilterIn(searchParams), page: pageIn(searchParams) }),
    listFunds(actor),
    countOverduePledges(actor),
    moneyGiftChoices(actor),
    pledgeId ? found(request, getPledge(actor, pledgeId)) : null,
    savedId ? found(request, getGift(actor, savedId)) : null,
  ]);
  const today = todayInShanghai();
  return {
    defaults: moneyGiftDefaults(pledge, today),
    title: pageTitle(request, (messages) => messages.gifts.money.title),
    today,
    requestId: uuidv7(),
    mayRecord: may(actor, "gift.receive-money"),
    mayImport: may(actor, "import.commit"),
    saved: saved && { id: saved.id, number: saved.number },
    purposes: sumByPurpose(funds),
    ledger,
    overdue,
    choices,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "gift.receive-money");
  const submitted = await submit(request, ReceiveMoney, (requestId, input) =>
    receiveMoney(actor, requestId, input),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/gifts/money?saved=${submitted.result.id}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MoneyGifts() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { common, gifts } = useMessages();
  const { ledger, saved } = page;
  return (
    <>
      <PageHead
        title={gifts.ledger}
        note={gifts.unitYuan}
        actions={
          page.mayImport && (
            <LinkButton href="/desk/imports" icon={FileUp}>
              {common.actions.importExcel}
            </LinkButton>
          )
        }
      />
      <LedgerTabs overdue={page.overdue} />
      {saved && (
        <Note tone="ok" live key={saved.id}>
          {gifts.quick.saved(saved.number)}
        </Note>
      )}
      {page.mayRecord && (
        <Panel title={gifts.quick.title} note={gifts.quick.note} padded>
          <MoneyGiftForm
            key={`${saved?.id} ${page.defaults.pledgeId}`}
            choices={page.choices}
            defaults={page.defaults}
            errors={errors}
            requestId={page.requestId}
            focus={saved !== null || page.defaults.pledgeId !== undefined}
          />
        </Panel>
      )}
      <div className="cols">
        <Panel title={gifts.money.title} note={gifts.money.note(ledger.gifts, ledger.pledges)}>
          <FilterForm organizations={page.choices.organizations} />
          <MoneyLedgerTable rows={ledger.rows} empty={<NoRows />} />
          <Pager page={ledger.page} pages={pagesOf(ledger)} rows={ledger.total} />
          <p className="inside text-small text-ink-2">{gifts.money.appendOnly}</p>
        </Panel>
        <FundSums purposes={page.purposes} today={page.today} />
      </div>
    </>
  );
}

function NoRows() {
  const { money } = useMessages().gifts;
  return <Empty title={money.empty}>{money.emptyText}</Empty>;
}
