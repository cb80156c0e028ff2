import { ClockSteps } from "#app/components/clocks/clock-steps.tsx";
import { Form } from "#app/components/layout/router.ts";
import { NeedTag } from "#app/components/needs/need-words.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import type { SitePage } from "#app/domain/site-page/get.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

type Need = SitePage["needs"][number];

/** What the site asked for: how far it is, and what it was told. */
export function OwnNeeds(props: { needs: Need[]; now: Date; requestId: string }) {
  return (
    <ul>
      {props.needs.map((need) => (
        <li className="line grid gap-2" key={need.id}>
          <OwnNeed {...props} need={need} />
        </li>
      ))}
    </ul>
  );
}

function OwnNeed({ need, now, requestId }: { need: Need; now: Date; requestId: string }) {
  const { own: words } = useMessages().sites;
  const isOpen = need.status === "asked" || need.status === "accepted";
  return (
    <>
      <h3>
        {need.lines.map(({ wish, quantity, unit }) => `${wish} ${formatQuantity(quantity, unit)}`).join("、")}
      </h3>
      <p className="text-ink-2">
        <Code>{need.number}</Code> · {words.needAsked} <DateTime at={need.askedAt} />{" "}
        <NeedTag status={need.status} />
      </p>
      {need.answer !== null && (
        <p>
          {words.answer} <b>{need.answer}</b>
        </p>
      )}
      {(isOpen || need.status === "met") && <ClockSteps clock={need.clock} now={now} />}
      {isOpen && <Withdraw need={need} requestId={requestId} />}
    </>
  );
}

/** Taking it back stands behind a word, so that no thumb does it by accident. */
function Withdraw({ need, requestId }: { need: Need; requestId: string }) {
  const { own: words } = useMessages().sites;
  const id = `why-${need.id}`;
  return (
    <details>
      <summary className="py-2.5" aria-label={`${words.withdraw} ${need.number}`}>
        {words.withdraw}
      </summary>
      <Form method="post" action="#needs" className="grid gap-3 pt-2">
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="needId" value={need.id} />
        <p className="field">
          <label htmlFor={id}>{words.withdrawReason}</label>
          <input id={id} className="input" name="reason" maxLength={200} autoComplete="off" />
        </p>
        <div>
          <Button name="intent" value="withdraw">
            {words.withdrawSure}
          </Button>
        </div>
      </Form>
    </details>
  );
}
