import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Printer } from "lucide-react";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { Certificate } from "#app/components/registers/destructions.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { getDestruction } from "#app/domain/registers/list-destructions.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const destruction = await found(request, getDestruction(actor, params.id ?? ""));
  return {
    destruction,
    title: pageTitle(request, ({ registers }) =>
      registers.destructions.certificate.title(destruction.number),
    ),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** 销毁证明, to print and file. */
export default function DestructionPage() {
  const { destruction } = useLoaderData<typeof loader>();
  const { certificate: words } = useMessages().registers.destructions;
  const isDone = useSearchParams()[0].has("done");
  return (
    <>
      <div className="no-print grid gap-4">
        <PageHead
          title={words.title(destruction.number)}
          note={destruction.organization}
          actions={
            <>
              <LinkButton href="/desk/destructions">{words.back}</LinkButton>
              <PrintButton icon={Printer}>{words.print}</PrintButton>
            </>
          }
        />
        {isDone && (
          <Note tone="ok" live>
            {words.done}
          </Note>
        )}
      </div>
      <Certificate destruction={destruction} />
    </>
  );
}
