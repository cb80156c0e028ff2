import { useEffect, useRef, useState } from "react";
import { Form } from "#app/components/layout/router.ts";
import { type CameraTrouble } from "#app/components/scan/camera.ts";
import { CameraView } from "#app/components/scan/camera-view.tsx";
import { makeFeedback } from "#app/components/scan/feedback.ts";
import "#app/components/scan/scan.css";
import "./drive.css";
import { Button } from "#app/components/ui/button.tsx";
import type { Where } from "#app/domain/where.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { useScans } from "./use-scans.ts";
import { WhereFields } from "./where-fields.tsx";

/** What came of the last scan, told by sound and colour beside the words; `id` changes with every one. */
export interface LastScan {
  kind: "right" | "wrong";
  id: string;
  /** The code, when it was refused. */
  typed: string;
}

/** Boxes one by one: by camera, by a handheld scanner anywhere on the page, or by the code under the label. */
export function ScanForm(props: {
  intent: "load" | "hand-on";
  /** The stop; of no matter for loading. */
  n?: number;
  requestId: string;
  last: LastScan | null;
  place: Where | null;
  label: string;
  button: string;
}) {
  const { intent, n, requestId, last, place, label, button } = props;
  const words = useMessages().scan.camera;
  const form = useRef<HTMLFormElement>(null);
  const scanned = useScans(form);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  const withScript = useScript();
  useFeedback(last);
  return (
    <div className="grid gap-3">
      {withScript && (
        <div className="drive-camera">
          <CameraView ask={words.aim} verdict={last?.kind} onCode={scanned} onTrouble={setTrouble} />
        </div>
      )}
      {trouble && <p className="hint">{words.why[trouble]}</p>}
      <Form method="post" ref={form} preventScrollReset className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="requestId" value={requestId} />
        {n !== undefined && <input type="hidden" name="n" value={n} />}
        <WhereFields place={place} />
        <label className="grid min-w-0 flex-1 basis-40 gap-1">
          {label}
          <input
            key={last?.id}
            defaultValue={last?.typed}
            className="input code"
            name="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </label>
        <Button size="mid">{button}</Button>
      </Form>
    </div>
  );
}

/** True once the page's script runs: without it there is no camera to open. */
function useScript(): boolean {
  const [runs, setRuns] = useState(false);
  useEffect(() => setRuns(true), []);
  return runs;
}

function useFeedback(last: LastScan | null): void {
  const feedback = useRef<ReturnType<typeof makeFeedback> | null>(null);
  const told = useRef(last?.id);
  useEffect(() => {
    const made = (feedback.current = makeFeedback());
    return () => made.close();
  }, []);
  useEffect(() => {
    if (last === null || last.id === told.current) return;
    told.current = last.id;
    feedback.current?.give(last.kind);
  }, [last]);
}
