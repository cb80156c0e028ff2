import type { DoorWords } from "#app/components/receipt/door-words.ts";
import { unpackCarried } from "./carry-text.ts";
import { showProblems } from "./problems.ts";

/**
 * The page on which one phone passes on what another one kept. What was scanned stands behind the `#` of the address, which
 * no server is told; only pressing the button sends it.
 */
export function startCarry(words: DoorWords): void {
  const form = document.querySelector<HTMLFormElement>("[data-carry]");
  const field = form?.querySelector<HTMLTextAreaElement>("textarea");
  const hidden = form?.querySelector<HTMLInputElement>("input[name=carried]");
  if (!form || !field || !hidden) return;
  const take = () => {
    if (location.hash.length > 1) field.value = location.hash.slice(1);
  };
  take();
  addEventListener("hashchange", take);
  startCamera(form, field);
  form.addEventListener("submit", (event) => {
    // A file is read by the server.
    if (form.querySelector<HTMLInputElement>("input[type=file]")?.files?.length) return;
    event.preventDefault();
    void unpackCarried(field.value).then((carried) => {
      if (carried === null) return showProblems(form, {}, words, words.carryBroken);
      hidden.value = JSON.stringify(carried);
      history.replaceState(null, "", location.pathname);
      form.submit();
    });
  });
}

function startCamera(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const button = form.querySelector<HTMLButtonElement>("[data-camera]");
  const video = form.querySelector("video");
  if (!button || !video || !("mediaDevices" in navigator)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    void (async () => {
      const { startCamera: start } = await import("#app/components/scan/camera.ts");
      video.hidden = false;
      const camera = await start(video, (text) => {
        if (!text.includes("/q/carry#")) return;
        field.value = text.split("#")[1] ?? "";
        camera.stop();
        video.hidden = true;
        form.querySelector<HTMLButtonElement>("button:not([type])")?.focus();
      });
    })().catch(() => (video.hidden = true));
  });
}
