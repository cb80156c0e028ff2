import { CheckField } from "#app/components/fields/check-field.tsx";
import { DateField } from "#app/components/fields/date-field.tsx";
import { RadioTiles } from "#app/components/fields/radio-tiles.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { CampaignRow } from "#app/domain/disclosures/list-campaigns.server.ts";
import {
  AddCampaign,
  EditCampaign,
  EndCampaign,
  FileCampaign,
  SetCalendarDay,
} from "#app/domain/disclosures/schema.ts";
import { campaignKinds } from "#db/vocabulary";
import { useMessages } from "#app/i18n/provider.tsx";

interface Props {
  errors: FormErrors | undefined;
  requestId: string;
}

export function AddCampaignForm({ errors, requestId }: Props) {
  const { campaigns: words } = useMessages().disclosures;
  const { kind, name, startsOn, emergency, emergencyEndsOn } = words;
  const labels = { kind, name, startsOn, emergency, emergencyEndsOn };
  const form = useVerbForm({ schema: AddCampaign, errors, labels, requestId });
  return (
    <VerbForm form={form} id="campaign" className="grid gap-4">
      <RadioTiles
        name="kind"
        defaultValue="campaign"
        choices={campaignKinds.map((each) => ({ value: each, label: words.kinds[each] }))}
      />
      <CampaignFacts />
      <div>
        <SubmitButton>{words.addButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}

export function EditCampaignForm({ campaign, errors, requestId }: Props & { campaign: CampaignRow }) {
  const { campaigns: words } = useMessages().disclosures;
  const { name, startsOn, emergency, emergencyEndsOn } = words;
  const labels = { name, startsOn, emergency, emergencyEndsOn };
  const form = useVerbForm({ schema: EditCampaign, errors, labels, requestId });
  return (
    <VerbForm form={form} id="edit" className="grid gap-4">
      <input type="hidden" name="intent" value="edit" />
      <CampaignFacts campaign={campaign} />
      <div>
        <SubmitButton>{words.editButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}

function CampaignFacts({ campaign }: { campaign?: CampaignRow }) {
  return (
    <>
      <TextField name="name" maxLength={80} defaultValue={campaign?.name} autoComplete="off" />
      <div className="quick">
        <DateField name="startsOn" defaultValue={campaign?.startsOn} />
        <DateField name="emergencyEndsOn" defaultValue={campaign?.emergencyEndsOn ?? ""} optional />
      </div>
      <CheckField name="emergency" defaultValue={campaign?.emergency ? "true" : ""} />
    </>
  );
}

export function FileCampaignForm({ campaign, errors, requestId }: Props & { campaign: CampaignRow }) {
  const { campaigns: words } = useMessages().disclosures;
  const { filingNumber, filedOn } = words;
  const form = useVerbForm({ schema: FileCampaign, errors, labels: { filingNumber, filedOn }, requestId });
  return (
    <VerbForm form={form} id="file" className="grid gap-4">
      <input type="hidden" name="intent" value="file" />
      <TextField
        name="filingNumber"
        maxLength={60}
        defaultValue={campaign.filingNumber ?? ""}
        autoComplete="off"
      />
      <DateField name="filedOn" defaultValue={campaign.filedOn ?? ""} />
      <div>
        <SubmitButton>{words.fileButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}

export function EndCampaignForm({ campaign, errors, requestId }: Props & { campaign: CampaignRow }) {
  const { campaigns: words } = useMessages().disclosures;
  const { endsOn, surplus } = words;
  const form = useVerbForm({ schema: EndCampaign, errors, labels: { endsOn, surplus }, requestId });
  return (
    <VerbForm form={form} id="end" className="grid gap-4">
      <input type="hidden" name="intent" value="end" />
      <DateField name="endsOn" defaultValue={campaign.endsOn ?? ""} />
      <CheckField name="surplus" defaultValue={campaign.surplus ? "true" : ""} />
      <div>
        <SubmitButton>{words.endButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}

export function CalendarDayForm({ errors, requestId }: Props) {
  const { calendar: words } = useMessages().disclosures;
  const { day, workday, source } = words;
  const form = useVerbForm({ schema: SetCalendarDay, errors, labels: { day, workday, source }, requestId });
  return (
    <VerbForm form={form} id="day" className="grid gap-4">
      <input type="hidden" name="intent" value="day" />
      <DateField name="day" />
      <RadioTiles
        name="workday"
        defaultValue="false"
        choices={[
          { value: "false", label: words.rests },
          { value: "true", label: words.works },
        ]}
      />
      <TextField name="source" maxLength={120} autoComplete="off" />
      <div>
        <SubmitButton>{words.button}</SubmitButton>
      </div>
    </VerbForm>
  );
}
