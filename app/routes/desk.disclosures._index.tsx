import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { AddCampaignForm, CalendarDayForm } from "#app/components/disclosures/campaign-forms.tsx";
import { CampaignTable } from "#app/components/disclosures/campaign-table.tsx";
import { DeadlineActs } from "#app/components/disclosures/deadline-acts.tsx";
import { DeadlineTable } from "#app/components/disclosures/deadline-table.tsx";
import { MonthCalendar } from "#app/components/disclosures/month-calendar.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { todayInShanghai } from "#app/domain/dates.ts";
import { addCampaign } from "#app/domain/disclosures/add-campaign.server.ts";
import { feedPath } from "#app/domain/disclosures/feed.server.ts";
import { listCampaigns } from "#app/domain/disclosures/list-campaigns.server.ts";
import { listDeadlines } from "#app/domain/disclosures/list-deadlines.server.ts";
import { satisfyDeadline } from "#app/domain/disclosures/satisfy-deadline.server.ts";
import { AddCampaign, SatisfyDeadline, SetCalendarDay } from "#app/domain/disclosures/schema.ts";
import { setCalendarDay } from "#app/domain/disclosures/set-calendar-day.server.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { settings } from "#app/settings.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = todayInShanghai();
  const [deadlines, campaigns] = await Promise.all([listDeadlines(actor), listCampaigns(actor)]);
  return {
    deadlines,
    campaigns,
    today,
    month: monthOf(request) ?? today.slice(0, 7),
    feed: settings().publicUrl + feedPath(actor.organizationId),
    can: { edit: may(actor, "campaign.edit"), setDay: may(actor, "calendar.set-day") },
    requestId: uuidv7(),
    title: pageTitle(request, ({ disclosures }) => disclosures.title),
  };
}

function monthOf(request: Request): string | undefined {
  const asked = new URL(request.url).searchParams.get("month") ?? "";
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : undefined;
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const done = await act();
  if (!done.submitted.ok) return answerTo(done.intent, done.submitted);
  throw redirect(`/desk/disclosures?done=${done.intent}`);

  async function act() {
    switch (form.get("intent")) {
      case "satisfy": {
        const actor = await requireAction(request, "campaign.edit");
        const satisfy = (id: string, input: SatisfyDeadline) => satisfyDeadline(actor, id, input);
        return {
          intent: "satisfied" as const,
          submitted: await submit(request, SatisfyDeadline, satisfy, form),
        };
      }
      case "day": {
        const actor = await requireAction(request, "calendar.set-day");
        const set = (id: string, input: SetCalendarDay) => setCalendarDay(actor, id, input);
        return { intent: "day" as const, submitted: await submit(request, SetCalendarDay, set, form) };
      }
      default: {
        const actor = await requireAction(request, "campaign.edit");
        const add = (id: string, input: AddCampaign) => addCampaign(actor, id, input);
        return { intent: "campaign" as const, submitted: await submit(request, AddCampaign, add, form) };
      }
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DisclosuresPage() {
  const { deadlines, today, month, feed, can, requestId } = useLoaderData<typeof loader>();
  const { disclosures: words } = useMessages();
  return (
    <>
      <PageHead title={words.title} note={words.note} />
      <Outcome />
      <div className="cols">
        <div className="stack">
          <Panel title={words.list} note={words.listNote}>
            <DeadlineTable
              rows={deadlines}
              act={(row) => can.edit && <DeadlineActs row={row} requestId={requestId} today={today} />}
            />
          </Panel>
          <Campaigns />
        </div>
        <div className="stack">
          <Panel title={words.month(Number(month.slice(0, 4)), Number(month.slice(5)))} padded>
            <MonthCalendar month={month} today={today} rows={deadlines} />
            <p className="mt-4">
              <a href={feed}>{words.feed}</a>
              <small className="block text-small text-ink-2">{words.feedHow}</small>
            </p>
          </Panel>
          <Holidays />
        </div>
      </div>
    </>
  );
}

function useErrorsOf(form: "campaign" | "day" | "satisfied") {
  const answer = useActionData<typeof action>();
  return answer?.intent === form ? answer.errors : undefined;
}

function Campaigns() {
  const { campaigns, can, requestId } = useLoaderData<typeof loader>();
  const { campaigns: words } = useMessages().disclosures;
  const errors = useErrorsOf("campaign");
  return (
    <>
      <Panel title={words.title}>
        <CampaignTable rows={campaigns} />
      </Panel>
      {can.edit && (
        <Panel title={words.add} padded>
          <AddCampaignForm key={campaigns.length} errors={errors} requestId={requestId} />
        </Panel>
      )}
    </>
  );
}

function Holidays() {
  const { can, requestId } = useLoaderData<typeof loader>();
  const { calendar: words } = useMessages().disclosures;
  const errors = useErrorsOf("day");
  if (!can.setDay) return null;
  return (
    <Panel title={words.title} padded>
      <p className="mb-4 text-small text-ink-2">{words.how}</p>
      <CalendarDayForm errors={errors} requestId={requestId} />
    </Panel>
  );
}

function Outcome() {
  const { saved } = useMessages().disclosures;
  const refused = useErrorsOf("satisfied");
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  if (refused) {
    return (
      <Note tone="bad" live>
        {refused.form ?? Object.values(refused.fields)[0]}
      </Note>
    );
  }
  const said = Object.entries(saved).find(([intent]) => intent === done)?.[1];
  if (answer || !said) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
