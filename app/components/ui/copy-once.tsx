import { Check, Copy } from "lucide-react";
import { useId, useState } from "react";
import { useScript } from "#app/components/fields/form-context.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Button } from "./button.tsx";

/** A secret that is shown this once, to be copied: selected by a click or the Tab key, with a button once the script runs. */
export function CopyOnce({ label, text }: { label: string; text: string }) {
  const { actions } = useMessages().common;
  const [copied, setCopied] = useState(false);
  const script = useScript();
  const id = useId();

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <div className="field mt-2 w-160 max-w-full">
      <label htmlFor={id}>{label}</label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          className="input min-w-0 flex-1 font-mono"
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
        />
        {script && "clipboard" in navigator && (
          <Button type="button" icon={copied ? Check : Copy} onClick={() => void copy()}>
            <span aria-live="polite">{copied ? actions.copied : actions.copy}</span>
          </Button>
        )}
      </div>
    </div>
  );
}
