import type { LoaderFunctionArgs } from "@remix-run/node";
import { calendarOf } from "#app/domain/disclosures/feed.server.ts";
import { calendarFeed } from "#app/domain/disclosures/ics.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { localeOf } from "#app/session/locale.server.ts";
import { settings } from "#app/settings.server.ts";

/** An organization's deadlines as a calendar, for whoever knows its address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await calendarOf(params.feed ?? "");
  if (!found) throw new Response(null, { status: 404 });
  const { disclosures: words, common } = messagesFor(localeOf(request));
  const url = `${settings().publicUrl}/desk/disclosures`;
  const events = found.deadlines.map(({ id, rule, dueOn, subject, remindDays }) => {
    const { title, how, basis } = words.rules[rule];
    return {
      uid: `${id}@${new URL(url).hostname}`,
      on: dueOn,
      title: `${title} · ${subject}`,
      text: `${basis}\n${how}`,
      url,
      remindDays,
    };
  });
  const name = `${words.title} · ${found.organization} · ${common.product}`;
  return new Response(calendarFeed(name, events, new Date()), {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, max-age=900" },
  });
}
