import { siteKinds } from "#db/vocabulary";
import { Combobox } from "#app/components/fields/combobox.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import type { Division } from "#app/domain/places/division.ts";
import { AddSite } from "#app/domain/places/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/**
 * A new site in a township that was chosen before: so the committees are a list, with or without script. A name that
 * is a committee's brings its code along by itself.
 */
export function SiteForm(props: {
  township: Division;
  committees: Division[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { sites: words, siteKinds: kinds } = useMessages().places;
  const labels = {
    name: words.name,
    kind: words.kind,
    committeeCode: words.committee,
    address: words.address,
    contactName: words.contactName,
    contactPhone: words.contactPhone,
    receivesFrom: words.receivesFrom,
    receivesTo: words.receivesTo,
    unloading: words.unloading,
  };
  const { errors, requestId } = props;
  const defaults = { kind: "committee" };
  const form = useVerbForm({ schema: AddSite, defaults, errors, labels, requestId });
  const names = props.committees.map(({ name }) => ({ value: name, label: name }));
  const committees = props.committees.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <VerbForm form={form} className="grid max-w-3xl gap-4">
      <input type="hidden" name="townshipCode" value={props.township.code} />
      <div className="quick">
        <SelectField
          name="kind"
          blank={false}
          choices={siteKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
        <Combobox name="name" hint={words.nameHint} choices={names} />
      </div>
      <div className="quick">
        <SelectField
          name="committeeCode"
          hint={words.committeeHint}
          optional
          blank={words.noCommittee}
          choices={committees}
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
        <TextField name="unloading" className="full" optional maxLength={200} hint={words.unloadingHint} />
      </div>
      <div>
        <SubmitButton>{words.addButton}</SubmitButton>
      </div>
    </VerbForm>
  );
}
