import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LanguageSwitch } from "#app/components/layout/language-switch.tsx";
import { CodeForm } from "#app/components/receipt/code-form.tsx";
import { DoorLayout } from "#app/components/receipt/door-layout.tsx";
import { parseCode } from "#app/domain/code.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/session/page-title.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

/** `?code=` is what was typed from a label; its page says so when it is not one. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code")?.trim();
  if (typed) {
    const verdict = parseCode(typed);
    throw redirect(`/q/${verdict.ok ? verdict.code : encodeURIComponent(typed.slice(0, 60))}`);
  }
  return {
    largeText: wantsLargeText(request),
    title: pageTitle(request, ({ receipt }) => receipt.typeTitle),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const handle = { plain: true, door: true };

export default function TypeCodePage() {
  const { largeText } = useLoaderData<typeof loader>();
  const words = useMessages().receipt;
  return (
    <DoorLayout largeText={largeText} overline={words.overline} head={<h1>{words.typeTitle}</h1>}>
      <div className="pad">
        <CodeForm />
        <LanguageSwitch />
      </div>
    </DoorLayout>
  );
}
