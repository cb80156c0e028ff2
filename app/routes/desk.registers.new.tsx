import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { SearchForm } from "#app/components/gifts/search-form.tsx";
import { Link } from "#app/components/layout/router.ts";
import { OpenForm } from "#app/components/registers/open-form.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getDelivery } from "#app/domain/deliveries/get.server.ts";
import { listDeliveries } from "#app/domain/deliveries/list.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { openRegister } from "#app/domain/registers/open.server.ts";
import { OpenRegister } from "#app/domain/registers/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "register.open");
  const { searchParams } = new URL(request.url);
  const shared = {
    requestId: uuidv7(),
    title: pageTitle(request, ({ registers }) => registers.create.title),
  };
  const deliveryId = searchParams.get("delivery");
  if (deliveryId) {
    const { id, number, site } = await found(request, getDelivery(actor, deliveryId));
    return { ...shared, step: "open" as const, delivery: { id, number, site } };
  }
  const q = searchParams.get("q")?.slice(0, 100) ?? "";
  return {
    ...shared,
    step: "choose" as const,
    deliveries: await listDeliveries(actor, { q, page: pageIn(searchParams) }),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "register.open");
  const submitted = await submit(request, OpenRegister, (id, input) => openRegister(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/registers/${submitted.result.id}/rows?done=made`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewRegisterPage() {
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { create: words, search } = useMessages().registers;
  if (page.step === "open") {
    const { delivery, requestId } = page;
    return (
      <>
        <PageHead title={words.title} note={`${delivery.number} · ${delivery.site}`} />
        <Panel title={words.title} padded>
          <OpenForm deliveryId={delivery.id} errors={errors} requestId={requestId} />
        </Panel>
      </>
    );
  }
  const { deliveries } = page;
  const pages = pagesOf(deliveries);
  return (
    <>
      <PageHead title={words.title} />
      <Panel title={words.choose}>
        <SearchForm label={search} />
        <Deliveries rows={deliveries.rows.filter(({ status }) => status !== "cancelled")} />
        {pages > 1 && <Pager page={deliveries.page} pages={pages} rows={deliveries.total} />}
      </Panel>
    </>
  );
}

function Deliveries({ rows }: { rows: Awaited<ReturnType<typeof listDeliveries>>["rows"] }) {
  const { registers, deliveries } = useMessages();
  const words = registers.create;
  const { columns: heads } = deliveries;
  return (
    <Ledger
      narrow
      caption={words.choose}
      captionHidden
      columns={[
        { label: heads.number },
        { label: heads.site },
        { label: heads.goods, wideOnly: true },
        { label: words.here, hiddenLabel: true },
      ]}
      empty={<Empty title={words.none}>{words.noneHow}</Empty>}
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="whitespace-nowrap">
            <Code>{row.number}</Code>
          </th>
          <td>
            {row.site}
            <small>{row.township}</small>
          </td>
          <td className="wide-only">
            {row.goods.slice(0, 3).map(({ item, unit, quantity }, i) => (
              <div key={i}>
                {item} {formatQuantity(quantity, unit)}
              </div>
            ))}
          </td>
          <td>
            <Link to={`/desk/registers/new?delivery=${row.id}`}>{words.here}</Link>
          </td>
        </tr>
      ))}
    </Ledger>
  );
}
