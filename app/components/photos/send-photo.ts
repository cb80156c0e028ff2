import type { Locale } from "#db/vocabulary";
import type { Subject } from "#app/domain/photos/schema.ts";

/** Whether a photo was kept; what the server says against it otherwise, or nothing when it was not reached. */
export type Sent = { ok: true } | { ok: false; message: string | undefined };

/** Sends a photo under its own id, which makes sending it again harmless. */
export async function sendPhoto(id: string, subject: Subject, photo: Blob, locale: Locale): Promise<Sent> {
  try {
    const response = await fetch("/api/v1/photo/add", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept-Language": locale, "Idempotency-Key": id },
      body: JSON.stringify({ ...subject, file: await base64Of(photo) }),
    });
    return response.ok ? { ok: true } : { ok: false, message: sentenceIn(await response.json()) };
  } catch {
    return { ok: false, message: undefined };
  }
}

function sentenceIn(body: unknown): string | undefined {
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : undefined;
  const message =
    typeof error === "object" && error !== null && "message" in error ? error.message : undefined;
  return typeof message === "string" ? message : undefined;
}

function base64Of(photo: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error ?? new Error("the photo cannot be read"));
    reader.readAsDataURL(photo);
  });
}
