import { GitMerge } from "lucide-react";
import { MergeItems } from "#app/domain/items/schema.ts";
import type { MergePreview } from "#app/domain/items/preview-merge.server.ts";
import { Facts } from "#app/components/gifts/facts.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Panel } from "#app/components/ui/panel.tsx";
import { count } from "#app/i18n/numbers.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const counted = [
  "lots",
  "pledgeLines",
  "deliveryLines",
  "consignmentLines",
  "recipes",
  "names",
  "barcodes",
] as const;

/** What will go over, counted, and the button that does it. */
export function MergeCheck(props: {
  preview: MergePreview;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { preview, errors, requestId } = props;
  const { merge } = useMessages().items;
  const form = useVerbForm({ schema: MergeItems, errors, requestId, labels: { intoId: merge.find } });
  return (
    <Panel title={merge.checkTitle} padded>
      <VerbForm form={form} className="grid gap-4">
        <input type="hidden" name="fromId" value={preview.from.id} />
        <input type="hidden" name="intoId" value={preview.into.id} />
        <p>{merge.what(preview.from.name, preview.into.name)}</p>
        <Facts facts={counted.map((what) => [merge[what], preview[what] > 0 && count(preview[what])])} />
        <p>{merge.stays}</p>
        <div className="flex flex-wrap gap-2">
          <SubmitButton icon={GitMerge}>{merge.button(preview.into.name)}</SubmitButton>
          <Link to="?" className="btn btn-quiet">
            {merge.other}
          </Link>
        </div>
      </VerbForm>
    </Panel>
  );
}
