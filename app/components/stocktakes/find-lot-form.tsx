import { TextField } from "#app/components/fields/text-field.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** Looks for the lot of goods that turned up in the wrong place: a plain GET form. */
export function FindLotForm({ accountId, q }: { accountId: string; q: string }) {
  const { count: words } = useMessages().stocktakes;
  return (
    <Form method="get" role="search" className="grid max-w-xl gap-2">
      <input type="hidden" name="at" value={accountId} />
      <p className="text-small text-ink-2">{words.foundHint}</p>
      <div className="flex items-end gap-2">
        <TextField name="q" type="search" label={words.q} defaultValue={q} className="flex-1" />
        <Button>{words.search}</Button>
      </div>
    </Form>
  );
}
