import type { DoorWords } from "#app/components/receipt/door-words.ts";
import { say } from "./say.ts";

/**
 * What keeps the form from being signed, as the server would show it: a summary on top that takes the focus, and a message
 * above each input. `text` is about the whole. Nothing that was typed is touched.
 */
export function showProblems(
  form: HTMLFormElement,
  problems: Record<string, string>,
  words: DoorWords,
  text = "",
): void {
  for (const old of form.querySelectorAll("[data-problem], .errbox")) old.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  const box = document.createElement("div");
  box.className = "errbox";
  box.tabIndex = -1;
  box.setAttribute("role", "alert");
  box.append(made("h2", words.notSigned), ...(text ? [made("p", text)] : []));
  const list = document.createElement("ul");
  for (const [name, key] of Object.entries(problems)) {
    const field = form.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]:not([type=radio])`);
    const sentence = words.fields[key] ?? "";
    if (!field || sentence === "") continue;
    field.setAttribute("aria-invalid", "true");
    for (let at = field.closest("details"); at; at = at.parentElement?.closest("details") ?? null)
      at.open = true;
    const message = made("span", sentence);
    message.className = "err-msg";
    message.dataset.problem = "";
    message.id = `${field.id}-problem`;
    field.setAttribute(
      "aria-describedby",
      `${field.getAttribute("aria-describedby") ?? ""} ${message.id}`.trim(),
    );
    field.before(message);
    const link = document.createElement("a");
    link.href = `#${field.id}`;
    const label = form.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.textContent ?? "";
    link.textContent = say(words.problem, label, sentence);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  if (list.childElementCount > 0) box.append(list);
  form.prepend(box);
  const only =
    Object.keys(problems).length === 1 && !text ? form.querySelector<HTMLElement>("[aria-invalid]") : null;
  (only ?? box).focus();
}

function made(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
