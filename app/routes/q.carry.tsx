import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CarryForm } from "#app/components/receipt/carry-form.tsx";
import { type Carried, CarryResult } from "#app/components/receipt/carry-result.tsx";
import { DoorLayout } from "#app/components/receipt/door-layout.tsx";
import type { ReceiverActor } from "#app/domain/actor.ts";
import {
  confirmManyAtDoor,
  type KeptConfirmation,
} from "#app/domain/deliveries/confirm-many-at-door.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { id } from "#app/domain/fields.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { readCarried } from "#app/session/carried.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { receiverOf } from "#app/session/receiver.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

export function loader({ request }: LoaderFunctionArgs) {
  return {
    largeText: wantsLargeText(request),
    title: pageTitle(request, ({ door }) => door.carryTitle),
  };
}

/** As many as a phone may send at once. */
const BATCH = 50;
const ManyCarried = z
  .array(z.object({ requestId: id, input: z.unknown() }))
  .min(1)
  .max(500);

/** Passes on what another phone kept, under that phone's own request ids: when it sends it too, it is still done once. */
export async function action({ request, context }: ActionFunctionArgs) {
  const messages = messagesFor(localeOf(request));
  const read = ManyCarried.safeParse(await readCarried(await request.formData()));
  if (!read.success) return data({ error: messages.door.carryBroken, carried: null }, { status: 422 });
  const kept = read.data;
  const outcomes = await confirmAll(await receiverOf(request, context.clientAddress), kept);
  const [first] = outcomes;
  if (kept.length === 1 && first instanceof DomainError) {
    return data({ error: errorSentence(messages, first), carried: null }, { status: first.status });
  }
  const carried: Carried = { numbers: [], refused: [] };
  for (const [i, outcome] of outcomes.entries()) {
    if (!(outcome instanceof DomainError)) carried.numbers.push(outcome.number);
    else carried.refused.push({ what: nameOf(kept[i]!), why: errorSentence(messages, outcome) });
  }
  return data({ error: null, carried });
}

async function confirmAll(actor: ReceiverActor, kept: KeptConfirmation[]) {
  const outcomes: Awaited<ReturnType<typeof confirmManyAtDoor>> = [];
  for (let n = 0; n < kept.length; n += BATCH) {
    outcomes.push(...(await confirmManyAtDoor(actor, kept.slice(n, n + BATCH))));
  }
  return outcomes;
}

const Named = z.object({ code: z.string().max(20), name: z.string().max(40) });

/** The label's code and who signed, as far as the file says. */
function nameOf({ input }: KeptConfirmation): string {
  const named = Named.safeParse(input).data;
  return named ? `${named.code} · ${named.name}` : "?";
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
  if (answer?.carried) {
    return (
      <DoorLayout largeText={largeText}>
        <CarryResult {...answer.carried} />
      </DoorLayout>
    );
  }
  return (
    <DoorLayout largeText={largeText} overline={receipt.overline} head={<h1>{words.carryTitle}</h1>}>
      <CarryForm error={answer?.error ?? undefined} />
    </DoorLayout>
  );
}
