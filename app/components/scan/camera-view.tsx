import { Camera as CameraIcon, Flashlight, FlashlightOff, VideoOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import type { Verdict } from "#app/domain/boxes/scan-context.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { type Camera, type CameraTrouble, startCamera } from "./camera.ts";

/** The camera's picture with what to aim at, and the corner marks in the colour of the last verdict. */
export function CameraView(props: {
  ask: string;
  verdict: Verdict["kind"] | undefined;
  onCode: (text: string) => void;
  onTrouble: (trouble: CameraTrouble) => void;
}) {
  const { ask, verdict, onCode, onTrouble } = props;
  const words = useMessages().scan.camera;
  const [wanted, setWanted] = useState(false);
  const [torch, setTorch] = useState(false);
  const { video, camera } = useCamera(wanted, onCode, (trouble) => {
    setWanted(false);
    onTrouble(trouble);
  });
  useEffect(() => {
    void isAllowed().then((allowed) => allowed && setWanted(true));
  }, []);
  const switchTorch = () => {
    void camera?.setTorch?.(!torch).then(() => setTorch(!torch));
  };
  return (
    <section className={`scan-cam scan-aim-${verdict ?? "none"}`} aria-label={words.label}>
      <video ref={video} muted playsInline aria-hidden hidden={!wanted} />
      {wanted ? (
        <i className="scan-aim" aria-hidden />
      ) : (
        <div className="scan-cam-off">
          <Button type="button" size="mid" icon={CameraIcon} onClick={() => setWanted(true)}>
            {words.start}
          </Button>
          <p className="scan-muted">{words.wedgeHow}</p>
        </div>
      )}
      {wanted && <span className="scan-ask">{camera ? ask : words.starting}</span>}
      {wanted && (
        <div className="scan-tools">
          {camera?.setTorch && (
            <button
              type="button"
              aria-pressed={torch}
              onClick={switchTorch}
              aria-label={torch ? words.torchOff : words.torchOn}
            >
              {torch ? <FlashlightOff aria-hidden /> : <Flashlight aria-hidden />}
            </button>
          )}
          <button type="button" aria-label={words.pause} onClick={() => setWanted(false)}>
            <VideoOff aria-hidden />
          </button>
        </div>
      )}
    </section>
  );
}

/** Nobody is asked for the camera before pressing the button, but whoever allowed it once need not press it again. */
async function isAllowed(): Promise<boolean> {
  try {
    const { state } = await navigator.permissions.query({ name: "camera" as PermissionName });
    return state === "granted";
  } catch {
    return false;
  }
}

function useCamera(
  wanted: boolean,
  onCode: (text: string) => void,
  onTrouble: (trouble: CameraTrouble) => void,
) {
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  // The camera outlives renders: it is told of codes through what was rendered last.
  const latest = useRef({ onCode, onTrouble });
  latest.current = { onCode, onTrouble };
  useEffect(() => {
    const picture = video.current;
    if (!wanted || !picture) return;
    let stopped = false;
    const starting = startCamera(picture, (text) => latest.current.onCode(text));
    starting.then(
      (started) => (stopped ? started.stop() : setCamera(started)),
      (trouble: CameraTrouble) => !stopped && latest.current.onTrouble(trouble),
    );
    return () => {
      stopped = true;
      setCamera(null);
      starting.then(
        (started) => started.stop(),
        () => undefined,
      );
    };
  }, [wanted]);
  return { video, camera };
}
