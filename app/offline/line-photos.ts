import type { DeliveryData } from "#app/components/receipt/receipt-data.tsx";
import type { DoorWords } from "#app/components/receipt/door-words.ts";
import { shrinkPhoto } from "#app/components/photos/shrink.ts";

/** What shows that goods came broken or are not the right ones is asked for once, and never stands in the way. */
const wanted = new Set(["damaged", "wrong"]);

/** The photos of the lines that are not right, made small for a bad line as soon as they are taken. */
export class LinePhotos {
  private readonly files = new Map<string, Blob[]>();
  private asked = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly words: DoorWords,
  ) {
    for (const line of form.querySelectorAll<HTMLElement>("[data-line]")) {
      const at = line.dataset.line ?? "";
      const place = line.querySelector<HTMLElement>("[data-photo]");
      const input = place?.querySelector("input");
      if (!place || !input) continue;
      place.hidden = false;
      input.addEventListener("change", () => void this.take(at, place, input));
    }
  }

  private async take(at: string, place: HTMLElement, input: HTMLInputElement): Promise<void> {
    for (const file of [...(input.files ?? [])]) {
      const small = await shrinkPhoto(file);
      this.files.set(at, [...(this.files.get(at) ?? []), small]);
      const picture = new Image();
      picture.src = URL.createObjectURL(small);
      picture.alt = input.getAttribute("aria-label") ?? "";
      place.querySelector("[data-photo-row]")!.append(picture);
    }
    input.value = "";
  }

  /** Asks for photos that are missing, the first time; whether it did. */
  askFor(): boolean {
    const values = new FormData(this.form);
    const missing = [...this.form.querySelectorAll<HTMLElement>("[data-line]")].filter(({ dataset }) => {
      const at = dataset.line ?? "";
      return wanted.has(String(values.get(`${at}.what`))) && !this.files.has(at);
    });
    if (this.asked || missing.length === 0) return false;
    this.asked = true;
    for (const line of missing) {
      const message = document.createElement("p");
      message.className = "err-msg";
      message.setAttribute("role", "alert");
      message.textContent = this.words.photoWanted;
      line.querySelector("[data-photo]")!.prepend(message);
    }
    missing[0]!.querySelector<HTMLElement>("[data-photo] input")?.focus();
    return true;
  }

  /** Of the lines that are not right, with the line each shows. */
  taken(delivery: DeliveryData | null): { line: number | null; file: Blob }[] {
    const values = new FormData(this.form);
    return [...this.files]
      .filter(([at]) => values.get(`${at}.what`))
      .flatMap(([at, files]) => {
        const line = delivery?.lines[Number(at.split(".")[1])]?.n ?? null;
        return files.map((file) => ({ line, file }));
      });
  }
}
