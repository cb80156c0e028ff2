import { TextField } from "#app/components/fields/text-field.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { Holder } from "#app/domain/boxes/holder.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { HolderLine } from "./holder-line.tsx";

/** Who holds a box, now or at the moment that was asked for. */
export function CustodyPanel({ holder, at }: { holder: Holder | null; at: string }) {
  const { custody: words } = useMessages();
  return (
    <Panel title={words.title} padded>
      <div className="grid gap-3">
        <p>{holder === null ? words.notYet : <HolderLine holder={holder} />}</p>
        <Form method="get" className="no-print flex flex-wrap items-end gap-2">
          <TextField
            name="at"
            label={words.at}
            hint={words.atHint}
            type="datetime-local"
            optional
            defaultValue={at}
          />
          <Button>{words.show}</Button>
        </Form>
      </div>
    </Panel>
  );
}
