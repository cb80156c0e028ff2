import { codeReader } from "./code-reader.ts";

export type CameraTrouble = "denied" | "none" | "busy" | "insecure";

/** A running camera. */
export interface Camera {
  /** Null where the camera has no lamp. */
  setTorch: ((on: boolean) => Promise<void>) | null;
  stop(): void;
}

const BETWEEN_LOOKS_MS = 90;
/** A code that stays in view is one scan; after so long out of it, seeing it again is another. */
const GONE_MS = 900;

/** Shows the camera in `video` and calls `onCode` for every code that comes into view. Throws a `CameraTrouble`. */
export async function startCamera(video: HTMLVideoElement, onCode: (text: string) => void): Promise<Camera> {
  const stream = await openStream();
  video.srcObject = stream;
  await video.play().catch(() => undefined);
  const stopLooking = look(video, onCode);
  const [track] = stream.getVideoTracks();
  return {
    setTorch: track && hasTorch(track) ? (on) => setTorch(track, on) : null,
    stop() {
      stopLooking();
      for (const each of stream.getTracks()) each.stop();
      video.srcObject = null;
    },
  };
}

async function openStream(): Promise<MediaStream> {
  if (!("mediaDevices" in navigator)) throw "insecure" satisfies CameraTrouble;
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    throw troubleOf(error);
  }
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "denied";
}

function look(video: HTMLVideoElement, onCode: (text: string) => void): () => void {
  const seenAt = new Map<string, number>();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const once = async () => {
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !document.hidden) {
      const codes = await codeReader()
        .then((reader) => reader.read(video))
        // A frame that cannot be read is no reason to stop looking.
        .catch(() => []);
      if (!stopped) for (const code of comeIntoView(seenAt, codes, performance.now())) onCode(code);
    }
    if (!stopped) timer = setTimeout(() => void once(), BETWEEN_LOOKS_MS);
  };
  void once();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Of the codes in a picture, those that were not in view a moment ago; `seenAt` remembers when each was seen last. */
export function comeIntoView(seenAt: Map<string, number>, codes: readonly string[], now: number): string[] {
  const fresh = codes.filter((code) => now - (seenAt.get(code) ?? -Infinity) > GONE_MS);
  for (const code of codes) seenAt.set(code, now);
  return [...new Set(fresh)];
}

/** Not in TypeScript's picture of a camera yet. */
type WithTorch<Shape> = Shape & { torch?: boolean };

const hasTorch = (track: MediaStreamTrack): boolean =>
  Boolean((track.getCapabilities?.() as WithTorch<MediaTrackCapabilities> | undefined)?.torch);

async function setTorch(track: MediaStreamTrack, on: boolean): Promise<void> {
  const constraint: WithTorch<MediaTrackConstraintSet> = { torch: on };
  await track.applyConstraints({ advanced: [constraint] });
}
