import { Link2 } from "lucide-react";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { CopyOnce } from "#app/components/ui/copy-once.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { Consignment } from "#app/domain/consignments/get.server.ts";
import { formatDate } from "#app/domain/dates.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** Makes or renews the donor's link; `link` is shown the once that it was made. */
export function SharePanel(props: { consignment: Consignment; link: string | undefined; requestId: string }) {
  const { share } = useMessages().consignments;
  const locale = useLocale();
  const { linkExpiresAt, donorFilledAt } = props.consignment;
  return (
    <Panel title={share.title} padded>
      <div className="grid grid-cols-1 gap-3">
        <p className="text-small text-ink-2">{share.text}</p>
        {donorFilledAt && (
          <p>
            {share.filled} <DateTime at={donorFilledAt} />
          </p>
        )}
        {props.link ? (
          <CopyOnce label={share.label} text={props.link} />
        ) : (
          linkExpiresAt && <p>{share.until(formatDate(linkExpiresAt, locale))}</p>
        )}
        <Form method="post">
          <input type="hidden" name="requestId" value={props.requestId} />
          <Button name="intent" value="share" icon={Link2}>
            {linkExpiresAt ? share.renew : share.button}
          </Button>
        </Form>
      </div>
    </Panel>
  );
}
