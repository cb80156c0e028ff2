import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { FileDown, Printer } from "lucide-react";
import { History } from "#app/components/gifts/history.tsx";
import { RegisterFacts } from "#app/components/registers/register-facts.tsx";
import { Leftover, RegisterLines, TooMuch } from "#app/components/registers/register-lines.tsx";
import { RegisterRows } from "#app/components/registers/register-rows.tsx";
import { RegisterState } from "#app/components/registers/register-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { may } from "#app/domain/permissions.ts";
import { getRegister } from "#app/domain/registers/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const register = await found(request, getRegister(actor, params.id ?? ""));
  return {
    register,
    history: await listHistory(actor, register.id),
    can: {
      keep: may(actor, "register.open"),
      takeBack: may(actor, "return.receive"),
      read: may(actor, "register.read-sealed"),
    },
    title: pageTitle(request, ({ registers }) => registers.detail.title(register.number)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RegisterPage() {
  const { register, history, can } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().registers;
  const counted = register.rows.filter(({ shares }) => shares.every(({ given }) => given !== null)).length;
  const state = {
    rows: register.rows.length,
    counted,
    handOverNumber: register.handOver?.number ?? null,
  };
  return (
    <>
      <PageHead
        title={words.title(register.number)}
        note={<RegisterState register={state} />}
        actions={
          <>
            <LinkButton href={`/desk/registers/${register.id}/print`} icon={Printer}>
              {words.print}
            </LinkButton>
            <LinkButton href={`/desk/registers/${register.id}/sheet.xlsx`} icon={FileDown} download>
              {words.download}
            </LinkButton>
          </>
        }
      />
      <Outcome />
      <TooMuch register={register} />
      <Leftover register={register} can={can} />
      <Acts counted={counted} />
      <div className="cols">
        <div className="stack">
          <RegisterLines register={register} />
          <RegisterRows register={register} />
          <History events={history} />
        </div>
        <div className="stack">
          <RegisterFacts register={register} />
        </div>
      </div>
    </>
  );
}

/** What comes next, the one that moves it on first. */
function Acts({ counted }: { counted: number }) {
  const { register, can } = useLoaderData<typeof loader>();
  const { detail: words } = useMessages().registers;
  const address = `/desk/registers/${register.id}`;
  const { rows, handOver } = register;
  const open = can.keep && handOver === null;
  const begun = rows.some(({ shares }) => shares.some(({ given }) => given !== null));
  const done = rows.length > 0 && counted === rows.length;
  return (
    <div className="flex flex-wrap gap-2">
      {open && done && (
        <LinkButton tone="primary" href={`${address}/close`}>
          {words.close}
        </LinkButton>
      )}
      {open && rows.length > 0 && (
        <LinkButton tone={done ? "plain" : "primary"} href={`${address}/count`}>
          {words.count}
        </LinkButton>
      )}
      {open && !begun && (
        <LinkButton tone={rows.length > 0 ? "plain" : "primary"} href={`${address}/rows`}>
          {rows.length > 0 ? words.rewrite : words.write}
        </LinkButton>
      )}
      {can.read && rows.some(({ named }) => named) && (
        <LinkButton href={`${address}/names`}>{words.readNames}</LinkButton>
      )}
    </div>
  );
}

function Outcome() {
  const { detail: words } = useMessages().registers;
  const said = new Map([
    ["written", words.written],
    ["counted", words.counted],
    ["closed", words.closed],
  ]).get(useSearchParams()[0].get("done") ?? "");
  if (!said) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
