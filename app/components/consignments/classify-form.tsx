import { PackageOpen } from "lucide-react";
import { Combobox } from "#app/components/fields/combobox.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { choicesOf, type Named } from "#app/components/gifts/choices.ts";
import { GoodsLineFields } from "#app/components/gifts/goods-line-fields.tsx";
import { ClassifyBox } from "#app/domain/boxes/schema.ts";
import type { ItemSuggestion } from "#app/domain/gifts/form-choices.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { labelsWithin } from "./line-labels.ts";
import { withGoods } from "./with-goods.ts";

/** What was found in a box that nobody had opened. */
export function ClassifyForm(props: {
  code: string;
  items: ItemSuggestion[];
  purposes: string[];
  donors: Named[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { errors, requestId } = props;
  const { boxes: words, fields } = useMessages().consignments;
  const labels = labelsWithin(fields, "goods");
  const form = useVerbForm({ schema: withGoods(ClassifyBox), errors, labels, requestId });
  return (
    <VerbForm form={form} id="classify" className="grid gap-4">
      <input type="hidden" name="code" value={props.code} />
      <div className="quick">
        <GoodsLineFields line="goods" items={props.items} purposes={props.purposes} />
      </div>
      <Combobox
        name="donor"
        choices={choicesOf(props.donors)}
        hint={words.classify.donorHint}
        className="max-w-xl"
        optional
      />
      <div>
        <SubmitButton icon={PackageOpen}>{words.classify.save}</SubmitButton>
      </div>
    </VerbForm>
  );
}
