import type { DeliveryData } from "#app/components/receipt/receipt-data.tsx";
import type { DoorWords } from "#app/components/receipt/door-words.ts";
import type { CountedInput } from "#app/domain/deliveries/counted-form.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { isFull, type KeptAct } from "./act-shelf.ts";
import { agreedWords, type KeptConfirmation, readConfirmation } from "./confirmation.ts";
import type { DoorBox, DoorLocal } from "./door-box.ts";
import { LinePhotos } from "./line-photos.ts";
import { showProblems } from "./problems.ts";
import { startSignaturePad } from "./signature-pad.ts";
import { say } from "./say.ts";

/** How long the reader waits for the server before the page says that the phone has it. */
const PATIENCE_MS = 6_000;
/** Refusals that are mended on the form: it stays as it was typed, and nothing is kept. */
const mendable = new Set([
  ...["invalid", "wrong_pin", "keys_wrong", "phone_end_needed", "pin_locked", "rate_limited"],
  ...["part_empty", "more_than_to_come", "parts_complete", "unstorable_text", "number_too_large"],
]);

/** Refusals of a count that stands in the books already: the page of the delivery says whose. */
const isKnown = new Set(["already_confirmed", "already_reported"]);

export interface DoorForm {
  form: HTMLFormElement;
  delivery: DeliveryData | null;
  box: DoorBox;
  words: DoorWords;
  /** Shows that the phone has it; `sent` resolves when the server has it too. */
  showSaved: (requestId: string, body: KeptConfirmation, isSending: boolean) => void;
}

/** Turns the plain form over, adds up while it is filled in, and keeps what it says before anything is sent. */
export function startDoorForm(door: DoorForm): void {
  const { form, delivery, words } = door;
  const photos = new LinePhotos(form, words);
  const pad = form.querySelector<HTMLElement>("[data-signature]");
  if (pad) {
    pad.hidden = false;
    const [input, canvas, wipe] = ["input", "canvas", "button"].map((name) => pad.querySelector(name));
    startSignaturePad(canvas as HTMLCanvasElement, input as HTMLInputElement, wipe as HTMLElement);
  }
  const count = () => showCounts(form, delivery, words);
  form.addEventListener("input", count);
  count();
  let busy = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const intent = (event.submitter as HTMLButtonElement | null)?.value ?? "all";
    if (intent === "count" || intent === "part" || intent === "back") return turn(form, intent);
    if (busy) return;
    busy = true;
    void confirm(door, photos, intent === "lines").finally(() => (busy = false));
  });
}

/** Shows the other face of the form; nothing that was typed is lost. */
function turn(form: HTMLFormElement, intent: string): void {
  const shown = intent === "back" ? "all" : "count";
  for (const part of form.querySelectorAll<HTMLElement>("[data-face]")) {
    part.hidden = part.dataset.face !== shown;
  }
  const box = form.querySelector<HTMLInputElement>("input[name=part]");
  if (box && intent === "part") box.checked = true;
  scrollTo(0, 0);
  form.querySelector<HTMLElement>(`[data-face=${shown}] h2`)?.focus();
}

function showCounts(form: HTMLFormElement, delivery: DeliveryData | null, words: DoorWords): void {
  const agreed = form.querySelector<HTMLElement>("[data-agreed]");
  if (!delivery || !agreed) return;
  const { body } = readConfirmation(form, delivery, words.locale, true);
  agreed.textContent = agreedWords(delivery, body);
  for (const [index, line] of delivery.lines.entries()) {
    const sum = form.querySelector(`[data-line="lines.${index}"] [data-sum]`);
    const counted = body.lines.find(({ n }) => n === line.n);
    const values = new FormData(form);
    const what = String(values.get(`lines.${index}.what`) ?? "") as keyof DoorWords["sum"] | "";
    if (!sum) continue;
    if (!counted || what === "") {
      sum.textContent = "";
      continue;
    }
    sum.textContent = sumOf(line, counted, what, words);
  }
}

/** 应收 600 只 − 短少 208 只 − 破损 3 只 = 实收 389 只: what is broken besides stands apart from what is not there. */
function sumOf(
  line: DeliveryData["lines"][number],
  counted: CountedInput,
  what: keyof DoorWords["sum"],
  { sum }: DoorWords,
): string {
  const much = (quantity: bigint) => formatQuantity(quantity, line.unit);
  const toCome = BigInt(line.toCome);
  const good = BigInt(counted.good);
  const damaged = BigInt(counted.damaged);
  const off = good + damaged - toCome;
  const terms = [`${sum.sent} ${much(toCome)}`];
  if (off > 0n) terms.push(`+ ${sum.extra} ${much(off)}`);
  if (off < 0n) terms.push(`− ${sum[what === "wrong" ? "wrong" : "short"]} ${much(-off)}`);
  if (damaged > 0n) terms.push(`− ${sum.damaged} ${much(damaged)}`);
  return `${terms.join(" ")} = ${sum.good} ${much(good)}`;
}

async function confirm(door: DoorForm, photos: LinePhotos, counting: boolean): Promise<void> {
  const { form, delivery, box, words, showSaved } = door;
  const { body, problems } = readConfirmation(form, delivery, words.locale, counting);
  if (Object.keys(problems).length > 0) return showProblems(form, problems, words);
  if (counting && photos.askFor()) return;
  let requestId: string;
  try {
    const values = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
    const local: DoorLocal = { number: delivery?.number ?? body.code, values };
    requestId = await box.keep(body, local, counting ? photos.taken(delivery) : []);
  } catch (error) {
    if (isFull(error)) return showProblems(form, {}, words, words.full);
    // Without a store of its own the phone keeps nothing: the plain form goes as it would without script.
    return form.submit();
  }
  if (!navigator.onLine) return showSaved(requestId, body, false);
  await box.sendFor(requestId, PATIENCE_MS);
  const act = await box.find(requestId);
  if (act?.state === "sent") return location.replace(pageAfter(act));
  if (act?.state !== "refused") return showSaved(requestId, body, navigator.onLine);
  const { code, message } = act.error ?? { code: "", message: "" };
  const before = new URLSearchParams(location.search).get("again");
  if (before) await box.drop(before);
  if (mendable.has(code) || isKnown.has(code)) await box.drop(requestId);
  if (isKnown.has(code)) return location.replace(`/q/${body.code}`);
  if (code === "phone_end_needed") form.querySelector<HTMLElement>("[data-phone-end]")!.hidden = false;
  showProblems(form, code === "wrong_pin" ? { pin: "wrong_pin" } : {}, words, message);
}

/** Where a confirmation leads that the server has: its page, or that the count is kept beside the first one. */
export function pageAfter(act: KeptAct): string {
  const { code } = act.input as KeptConfirmation;
  const { signedBefore } = (act.result ?? {}) as { signedBefore?: unknown };
  return `/q/${code}?${signedBefore ? "reported=1" : `signed=${act.requestId}`}`;
}

/** What was said, in a line: 12 箱，全部收到, or how many lines are not right. */
export function saidIn(body: KeptConfirmation, words: DoorWords): string {
  const said = body.lines.length === 0 ? words.keptAll : say(words.keptCount, body.lines.length);
  return [said, body.name].join(" · ");
}
