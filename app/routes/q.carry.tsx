import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Camera, Check, CloudUpload } from "lucide-react";
import { z } from "zod";
import { DoorLayout } from "#app/components/receipt/door-layout.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { confirmManyAtDoor } from "#app/domain/deliveries/confirm-many-at-door.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { id } from "#app/domain/fields.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { readCarried } from "#app/session/carried.server.ts";
import { receiverOf } from "#app/session/receiver.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return {
    largeText: wantsLargeText(request),
    title: pageTitle(request, ({ door }) => door.carryTitle),
  };
}

const Carried = z.object({ requestId: id, input: z.unknown() });

/** Passes on what another phone kept, under that phone's own request id: when it sends it too, it is still done once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const messages = messagesFor(localeOf(request));
  const form = await request.formData();
  const carried = Carried.safeParse(readCarried(form));
  if (!carried.success) return data({ error: messages.door.carryBroken, number: null }, { status: 422 });
  const actor = await receiverOf(request, context.clientAddress);
  const { requestId, input } = carried.data;
  const [outcome] = await confirmManyAtDoor(actor, [{ requestId, input }]);
  if (outcome instanceof DomainError) {
    return data({ error: errorSentence(messages, outcome), number: null }, { status: outcome.status });
  }
  return data({ error: null, number: outcome?.number ?? "" });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const handle = { plain: true, door: true };

export default function CarryPage() {
  const { largeText } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { door: words, receipt } = useMessages();
  if (answer && answer.number !== null) {
    return (
      <DoorLayout largeText={largeText}>
        <div className="result result-ok" role="status">
          <div className="mark">
            <Check aria-hidden />
          </div>
          <h1>{words.carried}</h1>
          <p>{words.carriedText(answer.number)}</p>
        </div>
      </DoorLayout>
    );
  }
  return (
    <DoorLayout largeText={largeText} overline={receipt.overline} head={<h1>{words.carryTitle}</h1>}>
      <form method="post" action="/q/carry" data-carry>
        {answer?.error && (
          <div className="pad">
            <ErrorSummary title={receipt.notSigned} text={answer.error} items={[]} />
          </div>
        )}
        <div className="pad">
          <p>{words.carryIntro}</p>
          <button className="btn btn-mid" type="button" data-camera hidden>
            <Camera aria-hidden />
            {words.carryCamera}
          </button>
          <video className="w-full" playsInline muted hidden />
          <div className="field">
            <label htmlFor="carried">{words.carryField}</label>
            <textarea className="input" id="carried" name="text" autoComplete="off" spellCheck={false} />
          </div>
          <input type="hidden" name="carried" />
        </div>
        <div className="dock">
          <Button tone="primary" size="big" icon={CloudUpload}>
            {words.carrySend}
          </Button>
        </div>
      </form>
    </DoorLayout>
  );
}
