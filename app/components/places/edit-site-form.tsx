import { siteKinds } from "#db/vocabulary";
import { DateField } from "#app/components/fields/date-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { SiteDetail } from "#app/domain/places/get-site.server.ts";
import { EditSite } from "#app/domain/places/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What is known of a site, to be changed. Its township stays. */
export function EditSiteForm(props: { site: SiteDetail; errors: FormErrors | undefined; requestId: string }) {
  const { places, sites } = useMessages();
  const { sites: words, siteKinds: kinds } = places;
  const { site, errors, requestId } = props;
  const labels = {
    name: words.name,
    kind: words.kind,
    address: words.address,
    contactName: words.contactName,
    contactPhone: words.contactPhone,
    receivesFrom: words.receivesFrom,
    receivesTo: words.receivesTo,
    unloading: words.unloading,
    closedOn: sites.closedOn,
  };
  const defaults = Object.fromEntries(
    Object.keys(labels).map((name) => [name, `${site[name as keyof typeof labels] ?? ""}`]),
  );
  const form = useVerbForm({ schema: EditSite, defaults, errors, labels, requestId });
  return (
    <VerbForm form={form} id="site" className="grid max-w-3xl gap-4">
      <input type="hidden" name="siteId" value={site.id} />
      <div className="quick">
        <TextField name="name" maxLength={60} />
        <SelectField
          name="kind"
          blank={false}
          choices={siteKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
        <TextField name="address" optional maxLength={200} />
      </div>
      <div className="quick">
        <TextField name="contactName" optional maxLength={40} hint={words.phoneHint} />
        <TextField name="contactPhone" optional maxLength={30} type="tel" hint={words.phoneHint} />
      </div>
      <div className="quick">
        <TextField name="receivesFrom" optional type="time" hint={words.hoursHint} />
        <TextField name="receivesTo" optional type="time" hint={words.hoursHint} />
        <DateField name="closedOn" optional hint={sites.closedHint} />
        <TextField name="unloading" className="full" optional maxLength={200} hint={words.unloadingHint} />
      </div>
      <div>
        <SubmitButton>{sites.save}</SubmitButton>
      </div>
    </VerbForm>
  );
}
