import { Ban, Link2 } from "lucide-react";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { CopyOnce } from "#app/components/ui/copy-once.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** Makes, renews or stops the link to the site's own page; `link` is shown the once that it was made. */
export function SiteLinkPanel(props: { since: Date | null; link: string | undefined; requestId: string }) {
  const { link: words } = useMessages().sites;
  const { since, link, requestId } = props;
  return (
    <Panel title={words.title} padded>
      <div className="grid gap-3">
        <p className="text-small text-ink-2">{words.text}</p>
        {link ? (
          <CopyOnce label={words.label} text={link} />
        ) : (
          <p>
            {since === null ? (
              words.none
            ) : (
              <>
                {words.since} <DateTime at={since} />
              </>
            )}
          </p>
        )}
        <Form method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="requestId" value={requestId} />
          <Button name="intent" value="share" icon={Link2}>
            {since === null ? words.make : words.renew}
          </Button>
          {since !== null && (
            <Button name="intent" value="unshare" tone="danger" icon={Ban}>
              {words.stop}
            </Button>
          )}
        </Form>
      </div>
    </Panel>
  );
}
