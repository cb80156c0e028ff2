import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { GoodsLineFields } from "#app/components/gifts/goods-line-fields.tsx";
import { AddLine } from "#app/domain/consignments/schema.ts";
import type { ItemSuggestion } from "#app/domain/gifts/form-choices.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { labelsWithin } from "./line-labels.ts";
import { withGoods } from "./with-goods.ts";

/** Goods at the door that no line names. */
export function AddLineForm(props: {
  consignmentId: string;
  items: ItemSuggestion[];
  purposes: string[];
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { errors, requestId } = props;
  const { countPage: words, fields } = useMessages().consignments;
  const labels = labelsWithin(fields, "goods");
  const form = useVerbForm({ schema: withGoods(AddLine), errors, labels, requestId });
  return (
    <VerbForm form={form} id="add-line" className="grid gap-3">
      <input type="hidden" name="consignmentId" value={props.consignmentId} />
      <p className="text-small text-ink-2">{words.addHint}</p>
      <div className="quick">
        <GoodsLineFields line="goods" items={props.items} purposes={props.purposes} />
      </div>
      <div>
        <SubmitButton name="intent" value="add">
          {words.addSave}
        </SubmitButton>
      </div>
    </VerbForm>
  );
}
