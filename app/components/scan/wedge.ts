/** A handheld scanner types faster than any hand: a longer pause ends its scan. */
const PAUSE_MS = 50;
/** A busy machine hands keys over late: outside of fields, what is no code yet may still become one. */
const PATIENCE_MS = 500;
/** Shorter bursts are keys that somebody pressed. */
const SHORTEST = 6;
/** What a field for codes takes: a part of a code, which a late key has cut off from its rest, stays in it. */
const PART_OF_CODE = /^[0-9A-Z]{1,9}$/i;
/** How scanners set as keyboards send FNC1, which separates the parts of a GS1 element string. */
const GROUP_SEPARATOR = "\u001d";

/**
 * Listens to a handheld scanner that types as a keyboard, anywhere on the page and without ever taking the focus. A scan
 * ends with Enter or Tab, or when nothing follows; `isCode` says whether a text is whole. What it typed into a field by the
 * way is taken out of it again, except a part of a code in a field for codes (`data-codes`). Answers how to stop
 * listening.
 */
export function listenToWedge(isCode: (text: string) => boolean, onScan: (text: string) => void): () => void {
  let burst = "";
  let lastAt = 0;
  let scannedAt = -Infinity;
  let typedInto: { field: HTMLInputElement; value: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    clearTimeout(timer);
    const text = burst;
    const into = typedInto;
    burst = "";
    typedInto = null;
    if (text.length < SHORTEST) return false;
    if (into?.field.dataset.codes !== undefined && !isCode(text) && PART_OF_CODE.test(text)) return false;
    if (into) setValue(into.field, into.value);
    scannedAt = lastAt;
    onScan(text);
    return true;
  };

  const pause = () => {
    if (typedInto === null && !isCode(burst)) timer = setTimeout(end, PATIENCE_MS - PAUSE_MS);
    else end();
  };

  const onKey = (event: KeyboardEvent) => {
    const longest = typedInto === null ? PATIENCE_MS : PAUSE_MS;
    const goesOn = burst !== "" && event.timeStamp - lastAt <= longest;
    if (event.key === "Enter" || event.key === "Tab") {
      // The end of a scan that a pause has ended already must not press whatever has the focus.
      const late = event.timeStamp - scannedAt <= PATIENCE_MS;
      if ((goesOn && end()) || late) {
        event.preventDefault();
        event.stopPropagation();
      }
      return;
    }
    const character = characterOf(event);
    if (character === null) return;
    if (!goesOn) {
      burst = "";
      typedInto = fieldOf(event.target);
    }
    burst += character;
    lastAt = event.timeStamp;
    clearTimeout(timer);
    timer = setTimeout(pause, PAUSE_MS);
  };
  window.addEventListener("keydown", onKey, true);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("keydown", onKey, true);
  };
}

/** Under an input method for Chinese the browser hides which character a key makes; its place on the keyboard says it. */
function characterOf(event: KeyboardEvent): string | null {
  const { key, code, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (ctrlKey && (key === "]" || code === "BracketRight")) return GROUP_SEPARATOR;
  if (key === "F8" || key === GROUP_SEPARATOR) return GROUP_SEPARATOR;
  if (ctrlKey || altKey || metaKey) return null;
  if (key.length === 1) return key;
  if (key !== "Process" && key !== "Unidentified") return null;
  const letter = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code);
  return letter?.[1] ?? letter?.[2] ?? (shiftKey ? shifted[code] : plain[code]) ?? null;
}

const plain: Readonly<Record<string, string>> = { Slash: "/", Period: ".", Minus: "-", Equal: "=" };
const shifted: Readonly<Record<string, string>> = { Semicolon: ":", Slash: "?", Digit9: "(", Digit0: ")" };

function fieldOf(target: EventTarget | null): { field: HTMLInputElement; value: string } | null {
  return target instanceof HTMLInputElement ? { field: target, value: target.value } : null;
}

/** As if somebody had typed it, so that whoever controls the field takes notice. */
function setValue(field: HTMLInputElement, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  setter?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
