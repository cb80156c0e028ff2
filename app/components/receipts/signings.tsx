import { FileText } from "lucide-react";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { Signing } from "#app/domain/deliveries/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Each time somebody signed for a delivery, with the exact words, and the paper of all of them. */
export function Signings({ deliveryId, signings }: { deliveryId: string; signings: Signing[] }) {
  const words = useMessages().receipts;
  return (
    <Panel title={words.signings} padded>
      <div className="grid gap-4">
        {signings.map(({ n, part, name, post, agreed, at }) => (
          <div key={n}>
            <p>
              {words.nth(n)} · <b>{[post, name].filter(Boolean).join(" ")}</b> · <DateTime at={at} />{" "}
              <Tag tone={part ? "warn" : "ok"}>{part ? words.part : words.last}</Tag>
            </p>
            <details>
              <summary>{words.words}</summary>
              <p className="whitespace-pre-line">{agreed}</p>
            </details>
          </div>
        ))}
        <div>
          <LinkButton href={`/desk/deliveries/${deliveryId}/receipt.pdf`} icon={FileText} document>
            {words.pdf}
          </LinkButton>
        </div>
      </div>
    </Panel>
  );
}
