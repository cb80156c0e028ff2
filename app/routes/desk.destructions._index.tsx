import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ShieldOff } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { DestroyForm, DestructionTable } from "#app/components/registers/destructions.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { formatFullDate } from "#app/domain/dates.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { destroySealed } from "#app/domain/registers/destroy.server.ts";
import { listDestructions, sealedNow } from "#app/domain/registers/list-destructions.server.ts";
import { DestroySealed } from "#app/domain/registers/schema.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return {
    destructions: await listDestructions(actor, { page: pageIn(new URL(request.url).searchParams) }),
    kept: await sealedNow(actor),
    mayDestroy: may(actor, "register.destroy-sealed"),
    requestId: uuidv7(),
    title: pageTitle(request, ({ registers }) => registers.destructions.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "register.destroy-sealed");
  const submitted = await submit(request, DestroySealed, (id, input) => destroySealed(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/destructions/${submitted.result.id}?done=destroyed`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DestructionsPage() {
  const { destructions, kept, mayDestroy, requestId } = useLoaderData<typeof loader>();
  const words = useMessages().registers.destructions;
  const locale = useLocale();
  const errors = useActionData<typeof action>();
  const pages = pagesOf(destructions);
  return (
    <>
      <PageHead title={words.title} note={words.note} />
      <Panel title={words.now} padded>
        <div className="grid gap-4">
          <p>
            <b>{kept.rows > 0 ? words.nowSealed(kept.registers, kept.rows) : words.nowNone}</b>
            {kept.rows > 0 && (
              <span className="block text-ink-2">
                {kept.endsOn === null ? words.dueOpen : words.due(formatFullDate(kept.endsOn, locale))}
              </span>
            )}
          </p>
          {mayDestroy && (kept.rows > 0 || errors) && <DestroyForm errors={errors} requestId={requestId} />}
        </div>
      </Panel>
      <Panel title={words.list}>
        <DestructionTable rows={destructions.rows} empty={<Empty icon={ShieldOff} title={words.none} />} />
        {pages > 1 && <Pager page={destructions.page} pages={pages} rows={destructions.total} />}
      </Panel>
    </>
  );
}
