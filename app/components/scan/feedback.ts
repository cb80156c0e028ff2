import type { Verdict } from "#app/domain/boxes/scan-context.ts";

type Kind = Verdict["kind"];

/** Hertz and seconds of each beep. */
const beeps: Record<Kind, readonly (readonly [number, number])[]> = {
  right: [[1320, 0.09]],
  context: [[990, 0.07]],
  choose: [[660, 0.12]],
  already: [[660, 0.12]],
  wrong: [
    [220, 0.2],
    [220, 0.2],
  ],
};

/** Milliseconds on and off. */
const buzzes: Record<Kind, number[]> = {
  right: [60],
  context: [40],
  choose: [60, 60, 60],
  already: [60, 60, 60],
  wrong: [220, 120, 220],
};

/** Sound and vibration beside colour and words. Browsers allow sound once somebody has touched the page. */
export function makeFeedback(): { give(kind: Kind): void; close(): void } {
  let audio: AudioContext | undefined;
  const unlock = () => {
    audio ??= new AudioContext();
    void audio.resume().catch(() => undefined);
  };
  window.addEventListener("pointerdown", unlock);
  window.addEventListener("keydown", unlock);
  return {
    give(kind) {
      // Ignored, or refused by a browser that has none; a phone that cannot buzz still shows and sounds.
      navigator.vibrate?.(buzzes[kind]);
      if (audio?.state === "running") play(audio, beeps[kind]);
    },
    close() {
      window.removeEventListener("pointerdown", unlock);
      window.removeEventListener("keydown", unlock);
      void audio?.close().catch(() => undefined);
    },
  };
}

function play(audio: AudioContext, tones: readonly (readonly [number, number])[]): void {
  let at = audio.currentTime;
  for (const [hertz, seconds] of tones) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    tone.type = "square";
    volume.gain.setValueAtTime(0.2, at);
    volume.gain.setTargetAtTime(0, at + seconds * 0.8, 0.01);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + seconds + 0.05);
    at += seconds + 0.08;
  }
}
