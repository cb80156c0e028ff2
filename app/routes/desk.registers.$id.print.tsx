import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Printer } from "lucide-react";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { RegisterSheet } from "#app/components/registers/register-sheet.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { qrPath, qrSymbol } from "#app/domain/labels/qr.ts";
import { getRegister } from "#app/domain/registers/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { settings } from "#app/settings.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const register = await found(request, getRegister(actor, params.id ?? ""));
  const symbol = qrSymbol(`${settings().publicUrl}/desk/registers/${register.id}`, "M");
  return {
    register,
    qr: { size: symbol.size, path: qrPath(symbol) },
    printedAt: new Date(),
    title: pageTitle(request, ({ registers }) => registers.sheet.name(register.number)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The register's sheet for a pen. */
export default function RegisterSheetPage() {
  const { register, qr, printedAt } = useLoaderData<typeof loader>();
  const { sheet: words } = useMessages().registers;
  return (
    <>
      <div className="no-print">
        <PageHead
          title={words.name(register.number)}
          note={register.site}
          actions={
            <>
              <LinkButton href={`/desk/registers/${register.id}`}>{words.back}</LinkButton>
              <PrintButton icon={Printer}>{words.print}</PrintButton>
            </>
          }
        />
      </div>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={words.title}>
        <RegisterSheet register={register} qr={qr} printedAt={printedAt} />
      </div>
    </>
  );
}
