import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Check } from "lucide-react";
import { DoorLayout } from "#app/components/receipt/door-layout.tsx";
import { ReceiptText } from "#app/components/receipt/receipt-field.tsx";
import { ReceiptSigner } from "#app/components/receipt/receipt-signer.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/session/page-title.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

/** What a phone shows without a signal for a delivery that it never opened; the service worker keeps this page. */
export function loader({ request }: LoaderFunctionArgs) {
  return {
    largeText: wantsLargeText(request),
    title: pageTitle(request, ({ door }) => door.blankTitle),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const handle = { plain: true, door: true };

export default function OfflinePage() {
  const { largeText } = useLoaderData<typeof loader>();
  const { door, receipt } = useMessages();
  return (
    <DoorLayout largeText={largeText} overline={receipt.overline} head={<h1>{door.blankTitle}</h1>}>
      <form method="get" action="/q" noValidate data-confirm="">
        <div className="pad">
          <p>{door.blankText}</p>
          <ReceiptText
            name="code"
            label={receipt.code}
            hint={receipt.typeHint}
            answer={undefined}
            attributes={{ className: "code", autoComplete: "off", autoCapitalize: "characters" }}
          />
        </div>
        <hr className="rule" />
        <ReceiptSigner answer={undefined} name={null} guarded={false} />
        <div className="dock">
          <Button tone="go" size="big" icon={Check} name="intent" value="all">
            {door.keepIt}
          </Button>
        </div>
      </form>
    </DoorLayout>
  );
}
