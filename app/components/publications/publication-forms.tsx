import { Form } from "#app/components/layout/router.ts";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextArea } from "#app/components/fields/text-area.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { CampaignRow } from "#app/domain/disclosures/list-campaigns.server.ts";
import { CorrectReport, PublishReport } from "#app/domain/publications/schema.ts";
import type { Suggested } from "#app/domain/publications/suggest.server.ts";
import { Making } from "./making.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** Which days and which campaign: asked by address, so that the preview can be gone back to and passed on. */
export function PeriodForm({ asked, campaigns }: { asked: Suggested; campaigns: readonly CampaignRow[] }) {
  const { make } = useMessages().publications;
  return (
    <Form method="get" className="grid gap-4" preventScrollReset>
      <div className="quick">
        {(["periodFrom", "periodTo"] as const).map((name) => (
          <label key={name} className="grid gap-1">
            {name === "periodFrom" ? make.from : make.to}
            <input className="input" type="date" name={name} required defaultValue={asked[name]} />
          </label>
        ))}
        <label className="grid gap-1">
          {make.campaign}
          <select className="input" name="campaignId" defaultValue={asked.campaignId ?? ""}>
            <option value="">{make.everything}</option>
            {campaigns.map(({ id, name }) => (
              <option key={id} value={id} lang="zh-CN">
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div>
        <Button>{make.preview}</Button>
      </div>
    </Form>
  );
}

interface Props {
  errors: FormErrors | undefined;
  requestId: string;
}

export function PublishForm(props: Props & { asked: Suggested; issue: number; lines: number }) {
  const { asked, issue, errors, requestId } = props;
  const { make } = useMessages().publications;
  const labels = { periodFrom: make.from, periodTo: make.to, campaignId: make.campaign };
  const form = useVerbForm({ schema: PublishReport, errors, labels, requestId });
  return (
    <VerbForm form={form} id="publish" className="grid gap-4">
      <input type="hidden" name="periodFrom" value={asked.periodFrom} />
      <input type="hidden" name="periodTo" value={asked.periodTo} />
      <input type="hidden" name="campaignId" value={asked.campaignId ?? ""} />
      <p>{make.how}</p>
      <div>
        <SubmitButton>{make.button(issue)}</SubmitButton>
      </div>
      <Making requestId={form.requestId} lines={props.lines} />
    </VerbForm>
  );
}

export function CorrectForm(props: Props & { id: string; next: number; lines: number }) {
  const { id, next, errors, requestId } = props;
  const { correct } = useMessages().publications;
  const form = useVerbForm({
    schema: CorrectReport,
    errors,
    labels: { correction: correct.text },
    requestId,
  });
  return (
    <VerbForm form={form} id="correct" className="grid gap-4">
      <input type="hidden" name="publicationId" value={id} />
      <p>{correct.how}</p>
      <TextArea name="correction" rows={4} />
      <div>
        <SubmitButton>{correct.button(next)}</SubmitButton>
      </div>
      <Making requestId={form.requestId} lines={props.lines} />
    </VerbForm>
  );
}
