import { type ActionFunctionArgs, data } from "@remix-run/node";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { ActsToRun, runActs } from "#app/offline/run-acts.server.ts";
import { requireAction } from "#app/session/actor.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

/** What may be done by scanning. */
const SCANNED = new Set([
  "consignment.open",
  "box.receive",
  "box.move",
  "box.nest",
  "box.pick",
  "box.load",
  "box.undo",
  "delivery.start-picking",
  "delivery.finish-picking",
  "stocktake.count-bin",
]);

/** Runs what a phone did, `{ acts: [{ requestId, verb, input }] }`; each act has its own outcome in `{ results }`. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "box.handle");
  const sent = ActsToRun.safeParse(await request.json().catch(() => null));
  if (!sent.success) throw data(null, { status: 400 });
  const messages = messagesFor(localeOf(request));
  return Response.json({ results: await runActs(actor, sent.data, SCANNED, messages) });
}
