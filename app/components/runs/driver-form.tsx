import { CheckField } from "#app/components/fields/check-field.tsx";
import { DateField } from "#app/components/fields/date-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import type { DriverRow } from "#app/domain/runs/list-fleet.server.ts";
import { AddDriver, EditDriver } from "#app/domain/runs/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** A new driver, or one that is there. */
export function DriverForm(props: { driver?: DriverRow; errors: FormErrors | undefined; requestId: string }) {
  const { drivers: words } = useMessages().runs;
  const { driver, errors, requestId } = props;
  const { name, phone, healthPaperUntil, retired } = words;
  const form = useVerbForm({
    schema: driver ? EditDriver : AddDriver,
    defaults: {
      name: driver?.name ?? "",
      phone: driver?.phone ?? "",
      healthPaperUntil: driver?.healthPaperUntil ?? "",
    },
    errors,
    labels: { name, phone, healthPaperUntil, retired },
    requestId,
  });
  return (
    <VerbForm form={form} id="driver" className="grid gap-4">
      <input type="hidden" name="intent" value="driver" />
      {driver && <input type="hidden" name="driverId" value={driver.id} />}
      <div className="quick">
        <TextField name="name" hint={words.hint} maxLength={40} autoComplete="off" />
        <TextField name="phone" hint={words.hint} optional type="tel" maxLength={30} autoComplete="off" />
        <DateField name="healthPaperUntil" optional />
      </div>
      {driver && <CheckField name="retired" />}
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{driver ? words.editButton : words.addButton}</SubmitButton>
        {driver && <LinkButton href="/desk/vehicles">{words.keep}</LinkButton>}
      </div>
    </VerbForm>
  );
}
