import { CloudUpload, Info, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { PhoneLayout } from "#app/components/layout/phone-layout.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { doorWords } from "./door-words.ts";

/**
 * The phone layout of the pages at the door, with what their script shows when there is no signal: it stands in the page
 * hidden, in the reader's language, and without script nobody sees it.
 */
export function DoorLayout(props: {
  largeText: boolean;
  overline?: ReactNode;
  head?: ReactNode;
  children: ReactNode;
}) {
  const { children, ...frame } = props;
  const locale = useLocale();
  const messages = useMessages();
  const words = messages.door;
  return (
    <PhoneLayout {...frame}>
      <div className="off" data-stale hidden>
        <WifiOff aria-hidden />
        <span>{words.noSignal}</span>
      </div>
      <details className="kept" data-kept hidden>
        <summary className="off">
          <CloudUpload aria-hidden />
          <span role="status" data-kept-count />
          <u>{words.whatWaits}</u>
        </summary>
        <ul data-kept-list />
        <div className="pad">
          <button className="btn btn-primary btn-mid" type="button" data-send>
            {words.send}
          </button>
          <button className="btn btn-mid" type="button" data-file>
            {words.file}
          </button>
        </div>
      </details>
      {children}
      <template data-saved>
        <Saved />
      </template>
      <script
        type="application/json"
        data-words
        dangerouslySetInnerHTML={{
          __html: JSON.stringify(doorWords(messages, locale)).replaceAll("<", "\\u003c"),
        }}
      />
    </PhoneLayout>
  );
}

/** What stands in the place of the form once the phone has it and the server has not. */
function Saved() {
  const words = useMessages().door;
  return (
    <>
      <div className="result result-hold" role="status" tabIndex={-1}>
        <div className="mark">
          <WifiOff aria-hidden />
        </div>
        <h1>{words.kept}</h1>
        <p data-why>{words.keptText}</p>
      </div>
      <div className="pad">
        <p data-what />
        <Note tone="warn" icon={Info}>
          {words.keptHint}
        </Note>
        <button className="btn btn-primary btn-mid" type="button" data-send>
          <CloudUpload aria-hidden />
          {words.send}
        </button>
      </div>
      <hr className="rule" />
      <div className="pad">
        <h2>{words.carry}</h2>
        <p>{words.carryText}</p>
        <div data-qr role="img" aria-label={words.carryCode} />
        <button className="btn btn-mid" type="button" data-file>
          {words.file}
        </button>
      </div>
    </>
  );
}
