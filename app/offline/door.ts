import { shrinkPhoto } from "#app/components/photos/shrink.ts";
import type { DeliveryData } from "#app/components/receipt/receipt-data.tsx";
import type { DoorWords } from "#app/components/receipt/door-words.ts";
import { openStore } from "./act-shelf.ts";
import { startCarry } from "./carry-page.ts";
import { packCarried } from "./carry-text.ts";
import type { KeptConfirmation } from "./confirmation.ts";
import { DoorBox, type DoorLocal } from "./door-box.ts";
import { pageAfter, saidIn, startDoorForm } from "./door-form.ts";
import { keepThisPage } from "./keep-page.ts";
import { fillAgain, saveAsFile, showStrip } from "./kept-strip.ts";

/*
 * The script of the pages at the door. They work without it; with it, what is signed for is kept on the phone first and
 * reaches the server once, whatever the line does.
 */

const find = <Found extends HTMLElement>(selector: string) => document.querySelector<Found>(selector);

function dataIn<Data>(selector: string): Data | null {
  const text = find(selector)?.textContent;
  return text ? (JSON.parse(text) as Data) : null;
}

async function start(words: DoorWords): Promise<void> {
  void keepThisPage(loadQr);
  const store = await openStore();
  let saved: string | null = null;
  const box: DoorBox = new DoorBox(store, (waiting) => {
    const strip = find("[data-kept]");
    if (strip) showStrip(strip, waiting, box, words);
    const sent = waiting.acts.find(({ requestId, state }) => requestId === saved && state === "sent");
    if (sent) location.replace(pageAfter(sent));
  });
  document.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("[data-send], [data-file]") : null;
    if (pressed?.matches("[data-send]")) box.sendNow();
    if (pressed?.matches("[data-file]")) void box.waiting().then(saveAsFile);
  });
  const delivery = dataIn<DeliveryData>("[data-delivery]");
  const form = find<HTMLFormElement>("[data-confirm]");
  if (form) {
    await fillFromAddress(form, box);
    const showSaved = (requestId: string, body: KeptConfirmation, isSending: boolean) => {
      saved = requestId;
      void showSavedPage({ requestId, body, isSending, delivery }, words, box);
    };
    startDoorForm({ form, delivery, box, words, showSaved });
  }
  startPhotoForm(box);
  startCarry(words);
  showStale();
  for (const name of ["online", "offline"]) addEventListener(name, showStale);
  await box.start();
}

/** The form of a delivery that was never opened here knows its code from the address; `again` fills in what was kept. */
async function fillFromAddress(form: HTMLFormElement, box: DoorBox): Promise<void> {
  const code = form.querySelector<HTMLInputElement>("input[name=code]");
  const [, typed = ""] = /^\/q\/([^/]+)$/i.exec(location.pathname) ?? [];
  if (code && typed.toLowerCase() !== "offline") code.value = decodeURIComponent(typed);
  const again = new URLSearchParams(location.search).get("again");
  const act = again ? await box.find(again) : undefined;
  if (act) fillAgain(form, act.local as DoorLocal);
}

interface Saved {
  requestId: string;
  body: KeptConfirmation;
  isSending: boolean;
  delivery: DeliveryData | null;
}

async function showSavedPage(saved: Saved, words: DoorWords, box: DoorBox): Promise<void> {
  const { requestId, body, isSending, delivery } = saved;
  const template = find<HTMLTemplateElement>("template[data-saved]");
  const main = find("main");
  if (!template || !main) return;
  find("header.ptop")?.remove();
  const strip = find("[data-kept]");
  const words_ = find("[data-words]");
  const view = template.content.cloneNode(true) as DocumentFragment;
  view.querySelector("[data-what]")!.textContent = [
    delivery?.site,
    delivery?.number ?? body.code,
    saidIn(body, words),
  ]
    .filter(Boolean)
    .join(" · ");
  if (isSending) view.querySelector("[data-why]")!.textContent = words.keptSending;
  main.replaceChildren(...[strip, words_, template].filter((each) => each !== null), view);
  scrollTo(0, 0);
  main.querySelector<HTMLElement>(".result")?.focus();
  const act = await box.find(requestId);
  if (act) await showCode(main.querySelector<HTMLElement>("[data-qr]")!, act, words);
}

/** Too heavy for the first load on a bad line, and yet there when the line is gone. */
const loadQr = () => import("./draw-qr.ts");

/** The code that somebody else's phone carries to where there is a signal. */
async function showCode(
  place: HTMLElement,
  { requestId, input }: { requestId: string; input: unknown },
  words: DoorWords,
): Promise<void> {
  const address = `${location.origin}/q/carry#${await packCarried({ requestId, input })}`;
  const picture = await loadQr().then(
    ({ drawQr }) => drawQr(address),
    () => null,
  );
  if (picture) place.replaceChildren(picture);
  else place.textContent = words.tooLongToCarry;
}

/** A photo after signing: kept first and sent when it can, instead of held up by a bad line. */
function startPhotoForm(box: DoorBox): void {
  const form = find<HTMLFormElement>("[data-photos]");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = new FormData(form);
    const file = values.get("file");
    if (!(file instanceof File) || file.size === 0) return;
    const line = Number(values.get("line")) || null;
    const confirmation = String(values.get("confirmation"));
    void shrinkPhoto(file)
      .then((small) => box.keepPhoto(form.dataset.photos ?? "", confirmation, line, small))
      // The phone is full, or keeps nothing: then it goes as it would without script.
      .then(
        () => form.reset(),
        () => form.submit(),
      );
  });
}

function showStale(): void {
  const stale = find("[data-stale]");
  if (stale) stale.hidden = navigator.onLine;
}

const words = dataIn<DoorWords>("[data-words]");
if (words) start(words).catch(() => undefined);
