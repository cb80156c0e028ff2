import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotebookPen } from "lucide-react";
import { SearchForm } from "#app/components/gifts/search-form.tsx";
import { RegisterTable } from "#app/components/registers/register-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { listRegisters } from "#app/domain/registers/list.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  return {
    registers: await listRegisters(actor, {
      q: searchParams.get("q")?.slice(0, 100),
      page: pageIn(searchParams),
    }),
    mayKeep: may(actor, "register.open"),
    title: pageTitle(request, ({ registers }) => registers.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RegistersPage() {
  const { registers, mayKeep } = useLoaderData<typeof loader>();
  const words = useMessages().registers;
  const pages = pagesOf(registers);
  const empty = (
    <Empty icon={NotebookPen} title={words.none}>
      {words.noneHow}
    </Empty>
  );
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(registers.total)}
        actions={
          mayKeep && (
            <LinkButton tone="primary" href="/desk/registers/new">
              {words.add}
            </LinkButton>
          )
        }
      />
      <Panel title={words.list}>
        <SearchForm label={words.search} />
        <RegisterTable rows={registers.rows} empty={empty} />
        {pages > 1 && <Pager page={registers.page} pages={pages} rows={registers.total} />}
      </Panel>
    </>
  );
}
