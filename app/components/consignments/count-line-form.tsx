import type { FormErrors, TypedValues } from "#app/components/fields/read-form.ts";
import { NumberField } from "#app/components/fields/number-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { packOf } from "#app/components/stock/lot-facts.tsx";
import { Pack } from "#app/components/ui/pack.tsx";
import type { Line } from "#app/domain/consignments/get.server.ts";
import { CountLine } from "#app/domain/consignments/schema.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { LineFacts } from "./line-table.tsx";

/** How much of one line is there: full packs and loose pieces. */
export function CountLineForm(props: {
  consignmentId: string;
  line: Line;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { line, errors, requestId } = props;
  const { countPage: words, fields } = useMessages().consignments;
  const pack = packOf(line);
  const form = useVerbForm({ schema: CountLine, defaults: asPacks(line), errors, labels: fields, requestId });
  return (
    <VerbForm form={form} id={`line-${line.n}`} className="grid gap-2 border-b border-line py-3">
      <input type="hidden" name="consignmentId" value={props.consignmentId} />
      <input type="hidden" name="n" value={line.n} />
      <div>
        <b>{line.item}</b> {line.specification}
        <br />
        <LineFacts line={line} today={props.today} />
        <div className="text-small">
          {line.expected !== null && (
            <>
              {words.said} <Pack quantity={line.expected} unit={line.unit} pack={pack} /> ·{" "}
            </>
          )}
          {words.sofar} <Pack quantity={line.counted} unit={line.unit} pack={pack} />
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-2">
        {pack && (
          <NumberField
            name="packs"
            className="w-40"
            label={words.packs(formatQuantity(pack.size, line.unit))}
            unit={pack.name}
          />
        )}
        <NumberField
          name="counted"
          className="w-36"
          label={pack ? fields.counted : fields.quantity}
          unit={line.unit}
        />
        <SubmitButton name="intent" value={`line-${line.n}`} tone="plain">
          {words.save}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}

/** What was counted before, in full packs and loose pieces. */
function asPacks({ counted, packSize }: Line): TypedValues {
  if (counted === 0n) return {};
  if (packSize === null) return { counted: `${counted}` };
  const loose = counted % packSize;
  return { packs: `${counted / packSize}`, ...(loose > 0n && { counted: `${loose}` }) };
}
