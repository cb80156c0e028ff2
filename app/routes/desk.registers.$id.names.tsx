import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Printer } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { NamesForm, NamesTable } from "#app/components/registers/names.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getRegister } from "#app/domain/registers/get.server.ts";
import { readSealed } from "#app/domain/registers/read-sealed.server.ts";
import { ReadSealed } from "#app/domain/registers/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

/** Names stay on no disk on their way to the screen. */
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "register.read-sealed");
  return {
    register: await found(request, getRegister(actor, params.id ?? "")),
    requestId: uuidv7(),
    title: pageTitle(request, ({ registers }) => registers.names.title),
  };
}

/** Shown by the answer itself: there is no address that shows names. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "register.read-sealed");
  const { id } = await found(request, getRegister(actor, params.id ?? ""));
  const form = await request.formData();
  form.set("registerId", id);
  const read = await submit(
    request,
    ReadSealed,
    (requestId, input) => readSealed(actor, requestId, input),
    form,
  );
  const noStore = { headers: { "Cache-Control": "no-store" } };
  if (read.ok) return data({ rows: read.result.rows, errors: undefined }, noStore);
  const { data: errors, init } = read.answer;
  return data({ rows: undefined, errors }, init ?? undefined);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NamesPage() {
  const { register, requestId } = useLoaderData<typeof loader>();
  const { names: words, rows: rowWords } = useMessages().registers;
  const answer = useActionData<typeof action>();
  const rows = answer?.rows;
  return (
    <>
      <div className="no-print grid gap-4">
        <PageHead
          title={words.title}
          note={`${register.number} · ${register.site}`}
          actions={
            <>
              <LinkButton href={`/desk/registers/${register.id}`}>{rowWords.back}</LinkButton>
              {rows && <PrintButton icon={Printer}>{words.print}</PrintButton>}
            </>
          }
        />
        {rows && <Note tone="warn">{words.shown(rows.length)}</Note>}
      </div>
      {rows ? (
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.title}>
          <NamesTable register={register} rows={rows} />
        </div>
      ) : (
        <Panel title={words.title} note={words.note} padded>
          {register.rows.some(({ named }) => named) ? (
            <NamesForm registerId={register.id} errors={answer?.errors} requestId={requestId} />
          ) : (
            <Empty title={words.none} />
          )}
        </Panel>
      )}
    </>
  );
}
