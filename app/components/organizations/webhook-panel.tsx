import { Ban, Send } from "lucide-react";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { SetWebhook } from "#app/domain/notices/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Where the organization's notices are sent on to; the address itself is never shown. */
export function WebhookPanel(props: {
  organizationId: string;
  webhook: { host: string; lastFailure: string | null } | null;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { chat: words } = useMessages().notices;
  const { organizationId, webhook, errors, requestId } = props;
  const form = useVerbForm({ schema: SetWebhook, errors, labels: { url: words.url }, requestId });
  return (
    <Panel title={words.title} padded>
      <div className="grid gap-4">
        <p>{webhook === null ? words.off : words.on(webhook.host)}</p>
        {webhook?.lastFailure && <Note tone="bad">{words.failed(webhook.lastFailure)}</Note>}
        <p className="text-small text-ink-2">{words.text}</p>
        <ul className="text-small text-ink-2">
          {words.robots.map((robot) => (
            <li key={robot}>{robot}</li>
          ))}
        </ul>
        <VerbForm form={form} id="webhook" className="grid max-w-xl gap-4">
          <input type="hidden" name="intent" value="webhook" />
          <input type="hidden" name="organizationId" value={organizationId} />
          <TextField name="url" hint={words.urlHint} maxLength={500} spellCheck={false} autoComplete="off" />
          <div>
            <SubmitButton tone="plain">{words.save}</SubmitButton>
          </div>
        </VerbForm>
        {webhook !== null && (
          <div className="flex flex-wrap gap-2">
            <Form method="post">
              <input type="hidden" name="requestId" value={requestId} />
              <Button name="intent" value="test" icon={Send}>
                {words.test}
              </Button>
            </Form>
            <Form method="post">
              <input type="hidden" name="requestId" value={requestId} />
              <input type="hidden" name="intent" value="webhook" />
              <input type="hidden" name="url" value="" />
              <Button tone="danger" icon={Ban}>
                {words.stop}
              </Button>
            </Form>
          </div>
        )}
      </div>
    </Panel>
  );
}
