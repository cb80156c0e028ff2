import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { CloseForm } from "#app/components/registers/close-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { closeRegister } from "#app/domain/registers/close.server.ts";
import { getRegister } from "#app/domain/registers/get.server.ts";
import { CloseRegister } from "#app/domain/registers/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "register.close");
  const { id, number, site, lines, rows, handOver, ...register } = await found(
    request,
    getRegister(actor, params.id ?? ""),
  );
  if (handOver !== null) throw redirect(`/desk/registers/${id}`);
  return {
    register: { id, lines },
    number,
    site,
    rows: rows.length,
    uncounted: rows.filter(({ shares }) => shares.some(({ given }) => given === null)).length,
    hasCome: register.deliveryStatus === "confirmed" || lines.some(({ atSite }) => atSite > 0n),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ registers }) => registers.close.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "register.close");
  const { id } = await found(request, getRegister(actor, params.id ?? ""));
  const form = await request.formData();
  form.set("registerId", id);
  const submitted = await submit(
    request,
    CloseRegister,
    (requestId, input) => closeRegister(actor, requestId, input),
    form,
  );
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/registers/${id}?done=closed`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CloseRegisterPage() {
  const { register, number, site, rows, uncounted, hasCome, today, requestId } =
    useLoaderData<typeof loader>();
  const { close: words, rows: rowWords, detail } = useMessages().registers;
  const errors = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={words.title}
        note={`${number} · ${site}`}
        actions={<LinkButton href={`/desk/registers/${register.id}`}>{rowWords.back}</LinkButton>}
      />
      <Panel title={words.title} note={words.note} padded>
        {!hasCome ? (
          <Empty title={words.notSigned} />
        ) : rows === 0 ? (
          <Empty title={detail.empty}>{detail.emptyHow}</Empty>
        ) : uncounted > 0 ? (
          <Empty title={words.uncounted(uncounted)}>
            <LinkButton href={`/desk/registers/${register.id}/count`}>{words.goCount}</LinkButton>
          </Empty>
        ) : (
          <CloseForm register={register} today={today} errors={errors} requestId={requestId} />
        )}
      </Panel>
    </>
  );
}
