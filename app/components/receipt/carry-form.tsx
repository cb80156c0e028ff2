import { Camera, CloudUpload } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** Takes what another phone kept: its code by camera (with the script), its text, or the file it saved. */
export function CarryForm({ error }: { error: string | undefined }) {
  const { door: words, receipt } = useMessages();
  return (
    <form method="post" action="/q/carry" encType="multipart/form-data" data-carry>
      {error && (
        <div className="pad">
          <ErrorSummary title={receipt.notSigned} text={error} items={[]} />
        </div>
      )}
      <div className="pad">
        <p>{words.carryIntro}</p>
        <button className="btn btn-mid" type="button" data-camera hidden>
          <Camera aria-hidden />
          {words.carryCamera}
        </button>
        <video className="w-full" playsInline muted hidden />
        <div className="field">
          <label htmlFor="carried">{words.carryField}</label>
          <textarea className="input" id="carried" name="text" autoComplete="off" spellCheck={false} />
        </div>
        <input type="hidden" name="carried" />
        <div className="field">
          <label htmlFor="carried-file">{words.carryFile}</label>
          <input
            className="input"
            id="carried-file"
            name="file"
            type="file"
            accept=".json,application/json"
          />
        </div>
      </div>
      <div className="dock">
        <Button tone="primary" size="big" icon={CloudUpload}>
          {words.carrySend}
        </Button>
      </div>
    </form>
  );
}
