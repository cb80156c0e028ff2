import type { DoorWords } from "#app/components/receipt/door-words.ts";
import type { KeptAct, KeptPhoto } from "./act-shelf.ts";
import type { DoorBox, DoorLocal, Waiting } from "./door-box.ts";
import { ago, say } from "./say.ts";

const DAY_MS = 86_400_000;

/** The strip on top that says what waits on this phone, with the list of it behind; red after a day. */
export function showStrip(
  strip: HTMLElement,
  { acts, photos }: Waiting,
  box: DoorBox,
  words: DoorWords,
): void {
  const waiting = acts.filter(({ state }) => state === "waiting");
  const refused = acts.filter(({ state }) => state === "refused");
  const photosWaiting = photos.filter(({ error }) => !error);
  const photosRefused = photos.filter(({ error }) => error);
  const toSee = refused.length + photosRefused.length;
  const oldest = [...waiting, ...photosWaiting].map(({ at }) => at).sort()[0];
  const said = [
    waiting.length > 0 && say(words.waiting, waiting.length, ago(waiting[0]!.at, words.ages)),
    photosWaiting.length > 0 && say(words.photosWaiting, photosWaiting.length),
    toSee > 0 && say(words.refused, toSee),
  ].filter(Boolean);
  strip.hidden = said.length === 0;
  strip.querySelector("[data-kept-count]")!.textContent = said.join(" · ");
  const isOld = toSee > 0 || (oldest !== undefined && Date.now() - Date.parse(oldest) > DAY_MS);
  strip.querySelector("summary")!.classList.toggle("off-old", isOld);
  strip
    .querySelector("[data-kept-list]")!
    .replaceChildren(
      ...[...refused, ...waiting].map((act) => itemOf(act, box, words)),
      ...photosRefused.map((photo) => photoOf(photo, box, words)),
    );
}

function itemOf(act: KeptAct, box: DoorBox, words: DoorWords): HTMLElement {
  const { code } = act.input as { code: string };
  const said = saying(act.label, ago(act.at, words.ages), act.error?.message);
  if (act.state !== "refused") return made(said);
  const change = document.createElement("a");
  change.className = "btn";
  change.href = `/q/${code}?lines=1&again=${act.requestId}`;
  change.textContent = words.change;
  return made(
    said,
    change,
    button(words.again, () => box.retry(act.requestId)),
    button(words.drop, () => box.drop(act.requestId)),
  );
}

/** A photo the server will not take: with its picture, so that one knows which. */
function photoOf(photo: KeptPhoto, box: DoorBox, words: DoorWords): HTMLElement {
  const item = made(
    saying(words.photo, ago(photo.at, words.ages), photo.error?.message),
    button(words.again, () => box.retryPhoto(photo)),
    button(words.drop, () => box.dropPhoto(photo)),
  );
  const picture = new Image(96, 80);
  picture.src = URL.createObjectURL(photo.file);
  picture.alt = "";
  picture.addEventListener("load", () => URL.revokeObjectURL(picture.src));
  item.prepend(picture);
  return item;
}

const saying = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(" · ");

function made(said: string, ...choices: HTMLElement[]): HTMLElement {
  const item = document.createElement("li");
  const text = document.createElement("span");
  text.textContent = said;
  item.append(text);
  if (choices.length === 0) return item;
  const row = document.createElement("div");
  row.append(...choices);
  item.append(row);
  return item;
}

function button(text: string, act: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.textContent = text;
  made.addEventListener("click", () => void act());
  return made;
}

/** Everything that waits as one file: what cannot go over the line goes by hand. */
export function saveAsFile({ acts }: Waiting): void {
  const kept = acts
    .filter(({ state }) => state !== "sent")
    .map(({ requestId, verb, input }) => ({ requestId, verb, input }));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ acts: kept })], { type: "application/json" }));
  link.download = `jieli-${new Date().toISOString().slice(0, 16).replace(":", "")}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Fills the form with what was typed for a confirmation before. */
export function fillAgain(form: HTMLFormElement, { values }: DoorLocal): void {
  for (const [name, value] of values) {
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
      else if (name !== "pin" && name !== "requestId") field.value = value;
    }
  }
}
