import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** For a label that cannot be scanned: its code, typed. A plain GET form. */
export function CodeForm({ typed }: { typed?: string }) {
  const words = useMessages().receipt;
  return (
    <form method="get" action="/q" className="grid gap-3">
      <div className="field">
        <label htmlFor="code">{words.code}</label>
        <span className="hint" id="code-hint">
          {words.typeHint}
        </span>
        <input
          className="input code"
          id="code"
          name="code"
          type="text"
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="code-hint"
          defaultValue={typed}
        />
      </div>
      <Button tone="primary" size="mid">
        {words.open}
      </Button>
    </form>
  );
}
