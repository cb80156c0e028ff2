import { Form, Link } from "#app/components/layout/router.ts";
import { Disclosure } from "#app/components/people/disclosure.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import type { DeadlineRow } from "#app/domain/disclosures/list-deadlines.server.ts";
import { rules } from "#app/domain/disclosures/rules.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What can be done about one deadline: the page that satisfies it, or marking it as done elsewhere. */
export function DeadlineActs({
  row,
  requestId,
  today,
}: {
  row: DeadlineRow;
  requestId: string;
  today: string;
}) {
  const { disclosures: words } = useMessages();
  if (row.standing === "done") return null;
  switch (rules[row.rule].satisfiedBy) {
    case "gift":
      return <Link to={`/desk/pledges/${row.subjectId}`}>{words.pledge}</Link>;
    case "filing":
      return <Link to={`/desk/campaigns/${row.subjectId}`}>{words.campaign}</Link>;
    case "answer":
      return <Link to={`/desk/questions/${row.subjectId}`}>{words.reply}</Link>;
    case "publication":
      return (
        <div className="flex flex-wrap items-center gap-3">
          <LinkButton href={`/desk/publications/new?deadline=${row.id}`}>{words.prepare}</LinkButton>
          <ByHand row={row} requestId={requestId} today={today} />
        </div>
      );
    default:
      return <ByHand row={row} requestId={requestId} today={today} />;
  }
}

function ByHand({ row, requestId, today }: { row: DeadlineRow; requestId: string; today: string }) {
  const { disclosures: words } = useMessages();
  return (
    <Disclosure label={<span className="whitespace-nowrap">{words.byHand}</span>}>
      <p className="text-small">{words.byHandHow}</p>
      <Form method="post" className="grid gap-2">
        <input type="hidden" name="intent" value="satisfy" />
        <input type="hidden" name="deadlineId" value={row.id} />
        <input type="hidden" name="requestId" value={requestId} />
        <label className="grid gap-1">
          {words.satisfiedOn}
          <input
            className="input"
            type="date"
            name="satisfiedOn"
            required
            min={row.startsOn}
            max={today}
            defaultValue={today}
          />
        </label>
        <label className="grid gap-1">
          {words.satisfiedNote}
          <input className="input" name="note" required maxLength={500} autoComplete="off" />
        </label>
        <Button>{words.byHandButton}</Button>
      </Form>
    </Disclosure>
  );
}
