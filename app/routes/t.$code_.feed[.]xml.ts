import type { LoaderFunctionArgs } from "@remix-run/node";
import { eventWords } from "#app/components/trace/event-words.ts";
import { traceNumber } from "#app/components/trace/trace-heading.ts";
import { atomFeed } from "#app/domain/trace/atom.ts";
import { traceUrl } from "#app/domain/trace/code.ts";
import { eventsOf } from "#app/domain/trace/events.ts";
import { findTrace } from "#app/domain/trace/find.server.ts";
import { getTrace } from "#app/domain/trace/get.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { settings } from "#app/settings.server.ts";

/** What happens to a gift, as an Atom feed: whoever subscribed is told of every step. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const finding = await found(request, findTrace(context.clientAddress, params.code ?? ""));
  if (finding.kind !== "found") throw new Response(null, { status: 404 });
  const trace = await getTrace(finding, new Date());
  const locale = localeOf(request);
  const messages = messagesFor(locale);
  const events = eventsOf(trace);
  const page = traceUrl(settings().publicUrl, trace.code);
  const xml = atomFeed({
    id: page,
    title: `${messages.trace.events.feed(traceNumber(trace))} · ${messages.common.product}`,
    author: trace.organization,
    language: locale,
    page,
    self: `${page}/feed.xml`,
    updated: events[0]?.at ?? trace.asOf,
    entries: events.map((event) => ({
      id: `${page}#${event.id}`,
      at: event.at,
      title: eventWords(event, messages),
    })),
  });
  return new Response(xml, {
    headers: {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Cache-Control": "private, max-age=300",
      "X-Robots-Tag": "noindex",
    },
  });
}
