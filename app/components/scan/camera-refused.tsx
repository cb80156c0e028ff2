import { Camera, Keyboard, RotateCw, ScanBarcode } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import type { CameraTrouble } from "./camera.ts";
import { PhotoButton } from "./photo-button.tsx";

/** The camera does not open: why, how to allow it, and the three ways to go on at once. */
export function CameraRefused(props: {
  trouble: CameraTrouble;
  typeCode: () => void;
  onCodes: (codes: string[]) => void;
  close: () => void;
}) {
  const { trouble, typeCode, onCodes, close } = props;
  const words = useMessages().scan;
  return (
    <section className="scan-refused-camera">
      <div className="scan-pad">
        <Camera aria-hidden className="scan-big-icon" />
        <h2>{words.camera.refused}</h2>
        <p>{words.camera.why[trouble]}</p>
        {trouble === "denied" && (
          <ol>
            {words.camera.how.map((step, i) => (
              <li key={step}>
                {i + 1}. {step}
              </li>
            ))}
          </ol>
        )}
        <h3>{words.camera.meanwhile}</h3>
        <Button type="button" size="mid" icon={Keyboard} onClick={typeCode}>
          {words.typed.open}
        </Button>
        <PhotoButton onCodes={onCodes} />
        <Button type="button" size="mid" icon={ScanBarcode} onClick={close}>
          {words.camera.wedge}
        </Button>
        <p className="scan-muted">{words.camera.wedgeHow}</p>
      </div>
      <div className="scan-dock scan-dock-one">
        <Button type="button" tone="primary" icon={RotateCw} onClick={close}>
          {words.tryAgain}
        </Button>
      </div>
    </section>
  );
}
