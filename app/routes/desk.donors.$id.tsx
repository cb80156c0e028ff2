import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { DonorForm } from "#app/components/donors/donor-form.tsx";
import { GiftTable } from "#app/components/gifts/gift-table.tsx";
import { History } from "#app/components/gifts/history.tsx";
import { PledgeTable } from "#app/components/pledges/pledge-table.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { editDonor } from "#app/domain/donors/edit.server.ts";
import { getDonor } from "#app/domain/donors/get.server.ts";
import { EditDonor } from "#app/domain/donors/schema.ts";
import { listGifts } from "#app/domain/gifts/list.server.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { listPledges } from "#app/domain/pledges/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const donor = await found(request, getDonor(actor, params.id ?? ""));
  const { searchParams } = new URL(request.url);
  const [gifts, pledges, history] = await Promise.all([
    listGifts(actor, { donorId: donor.id, page: pageIn(searchParams) }),
    listPledges(actor, { donorId: donor.id }),
    listHistory(actor, donor.id),
  ]);
  return {
    title: pageTitle(request, () => donor.name),
    requestId: uuidv7(),
    mayEdit: may(actor, "donor.edit"),
    mayReceive: may(actor, "gift.receive-money"),
    saved: searchParams.has("saved"),
    donor,
    gifts,
    pledges,
    history,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "donor.edit");
  const submitted = await submit(request, EditDonor, (requestId, input) =>
    editDonor(actor, requestId, { ...input, donorId: params.id ?? "" }),
  );
  if (!submitted.ok) return submitted.answer;
  return redirect(`/desk/donors/${submitted.result.id}?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Donor() {
  const { donor, gifts, pledges, history, ...page } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { donors, gifts: words } = useMessages();
  return (
    <>
      <PageHead title={donor.name} note={`${donors.kinds[donor.kind]} · ${donor.organization}`} />
      {page.saved && (
        <Note tone="ok" live>
          {donors.saved}
        </Note>
      )}
      <Panel title={donors.given} note={words.goods.note(gifts.total)}>
        <GiftTable
          caption={donors.given}
          rows={gifts.rows}
          empty={<Empty title={words.filter.none}>{donors.emptyText}</Empty>}
        />
        <Pager page={gifts.page} pages={pagesOf(gifts)} rows={gifts.total} />
      </Panel>
      {pledges.total > 0 && (
        <Panel title={donors.promised}>
          <PledgeTable rows={pledges.rows} mayReceive={page.mayReceive} empty={null} />
        </Panel>
      )}
      {page.mayEdit && (
        <Panel title={donors.edit} padded>
          <DonorForm donor={donor} errors={errors} requestId={page.requestId} />
        </Panel>
      )}
      <History events={history} />
    </>
  );
}
